import { zoneExists } from '../model/time/dateTime';
import { dateOf, dayOf, momentAt } from '../model/time/zoneClock';
import type { FileFinding } from '../rules/finding';
import type { Clock } from '../rules/ruleClock';
import { settingOf } from '../rules/ruleSetting';
import { type ConfigFile, scalarAt } from './readConfigFile';
import type { WorkspaceConfig } from './workspaceConfig';

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
    const from = momentAt(last + 1, 0, zoneExists(zone) ? zone : 'UTC');
    const args = { ends: dateOf(last) };
    const range = customer.lines.rangeAt(written.range);
    return [{ from, file: customer.file, finding: { rule, severity, message: 'past', args, range } }];
  });
}

/** What is wrong in the configuration by a clock. */
export function configFindings(
  { findings, later }: { readonly findings: readonly FileFinding[]; readonly later: readonly LaterFinding[] },
  clock: Pick<Clock, 'hasPassed'>,
): FileFinding[] {
  return [...findings, ...later.filter(({ from }) => clock.hasPassed(from))];
}
