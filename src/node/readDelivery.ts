import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { DeliveryFacts } from '../core/delivery/deliveryFacts';
import { readSurveyed, type SurveyOptions } from './readSurveyed';
import type { Unreadable } from './walk';

/** The changes of a workspace, as far as their delivery goes. */
export interface WorkspaceDelivery {
  readonly config: WorkspaceConfig;
  /** What could not be read: whoever counts changes says that these are not among them. */
  readonly unreadable: readonly Unreadable[];
  /** Each change with its file, in the order of the files. They are read one by one, and nobody keeps them. */
  changes(): Iterable<readonly [file: string, facts: DeliveryFacts]>;
}

/** Reads what the changes of a workspace say of their delivery: what was read before is parsed by nobody again. */
export async function readDelivery(root: string, options: SurveyOptions = {}): Promise<WorkspaceDelivery> {
  const { config, records, unreadable } = await readSurveyed(root, options);
  return {
    config: config.config,
    unreadable,
    *changes() {
      for (const file of records.files()) {
        const facts = records.delivery(file);
        if (facts) yield [file, facts];
      }
    },
  };
}
