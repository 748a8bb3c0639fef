import { partHash } from '../approvals/approvedContent';
import { involvedIn } from '../config/involvedIn';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordOf } from '../model/parse/record';
import { canonicalJson } from '../model/text/canonicalJson';

/** The rule whose findings may be such that only holders of some roles waive them: a freeze names them. */
export const overridableRule = 'schedule/freeze';

/** What is kept of a waiver to find the commit that brought it. */
export interface OverrideFacts {
  /** Recognises it in other versions of its record. */
  readonly key: string;
  /** Whether its commit must be signed. */
  readonly signed?: true;
  /** Keys of those who asked for the change or perform it. */
  readonly involved: readonly string[];
}

type Waiver = NonNullable<RecordOf<'change'>['data']['waivers']>[number];

/** The facts of a waiver that may have to be verified; undefined where any waiver of its rule counts. */
export function overrideFacts(
  waiver: Waiver,
  record: RecordOf<'change'>,
  config: WorkspaceConfig,
): OverrideFacts | undefined {
  if (waiver.rule !== overridableRule) return undefined;
  if (!config.calendar.freezes.some(({ overridableBy }) => overridableBy)) return undefined;
  return {
    key: waiverKey(waiver),
    ...(config.data.commit?.signed ? { signed: true } : {}),
    involved: involvedIn(record.data, config),
  };
}

/** A key that recognises an entry of `waivers` in other versions of its record. */
export function waiverKey(waiver: Waiver): string {
  return partHash(canonicalJson(waiver) ?? '');
}
