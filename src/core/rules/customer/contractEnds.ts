import { type ConfigFile, scalarAt } from '../../config/readConfigFile';
import { settingOf } from '../../config/ruleSetting';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import type { FileFinding } from '../../findings/finding';
import { dateOf, dayOf, momentAt } from '../../model/time/zoneClock';

const rule = 'customer/contract-expired';

/** Something in a file of the configuration that is wrong from a moment on. */
export interface LaterFinding extends FileFinding {
  /** The moment, in milliseconds since 1970. */
  readonly from: number;
}

/** What customers' files say is over: from the first moment of the next day, access is to be disabled. */
export function contractEnds(
  customers: readonly ConfigFile<'customer'>[],
  config: WorkspaceConfig,
): LaterFinding[] {
  return customers.flatMap((customer): LaterFinding[] => {
    const severity = settingOf(rule, { file: customer.file, config })?.severity ?? 'warning';
    if (severity === 'off') return [];
    const written = scalarAt(customer, ['contract_ends']);
    const last = written && dayOf(written.value);
    if (!written || last === undefined) return [];
    const zone = customer.data.timezone ?? config.data.timezone ?? 'UTC';
    const from = momentAt(last + 1, 0, zone);
    const args = { ends: dateOf(last) };
    const range = customer.lines.rangeAt(written.range);
    return [{ from, file: customer.file, finding: { rule, severity, message: 'past', args, range } }];
  });
}
