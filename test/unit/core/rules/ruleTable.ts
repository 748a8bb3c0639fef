import type { Severity } from '../../../../src/core/findings/finding';
import type { Process } from '../../../../src/core/rules/rule';

/** What a rule is by the table of rules that was agreed on. */
export interface RuleRow {
  readonly id: string;
  readonly severity: Severity;
  /** The processes that it comes from; none where it is our own. */
  readonly sources: readonly Process[];
  /** The state from which it counts. */
  readonly from: string | undefined;
  /** The state from which its warning is an error. */
  readonly errorFrom: string | undefined;
}

/** The processes, by their letters. */
export const processes: readonly Process[] = ['A', 'S', 'M', 'P', 'R'];

/** Every rule, in the order of the table: id, default severity, sources, and the stages where it has any. */
export const ruleTable: readonly RuleRow[] = [
  row('format/front-matter', 'error', ''),
  row('format/field', 'error', 'R'),
  row('format/merge-conflict', 'error', ''),
  row('format/both-languages', 'error', ''),
  row('format/version-number', 'warning', 'R'),
  row('format/time', 'error', ''),
  row('format/id', 'error', 'R'),
  row('format/sections', 'warning', 'M', { errorFrom: 'to_be_reviewed' }),
  row('format/placeholder', 'warning', '', { errorFrom: 'to_be_reviewed' }),
  row('format/secret', 'warning', 'R'),
  row('links/record', 'error', 'R'),
  row('links/file', 'warning', 'R'),
  row('links/procedure-version', 'warning', 'R'),
  row('links/supersedes-cycle', 'error', 'M'),
  row('schedule/lead-time', 'error', 'A'),
  row('schedule/friday', 'error', 'S'),
  row('schedule/before-non-working-day', 'error', 'S'),
  row('schedule/before-vacation', 'error', 'S'),
  row('schedule/business-hours', 'error', 'A'),
  row('schedule/outage-limit', 'error', 'A'),
  row('schedule/frequency', 'info', 'A'),
  row('schedule/conflict', 'error', ''),
  row('schedule/window', 'warning', ''),
  row('schedule/freeze', 'error', 'S'),
  row('schedule/overdue', 'warning', 'S'),
  row('schedule/early', 'error', '', { from: 'releasing' }),
  row('schedule/deadline', 'error', 'A'),
  row('schedule/instance-age', 'warning', 'A'),
  row('approval/self', 'error', 'M'),
  row('approval/missing', 'error', 'MA', { from: 'to_be_released' }),
  row('approval/denied', 'error', 'A'),
  row('approval/stale', 'error', ''),
  row('approval/unbound', 'warning', '', { errorFrom: 'to_be_released' }),
  row('approval/unverified', 'warning', '', { errorFrom: 'to_be_released' }),
  row('approval/unverifiable', 'warning', '', { errorFrom: 'to_be_released' }),
  row('agreement/missing', 'error', 'ASM', { from: 'to_be_released' }),
  row('agreement/stale', 'error', 'S'),
  row('customer/unknown', 'error', 'S'),
  row('customer/partner-managed', 'error', 'S'),
  row('customer/contract-expired', 'warning', 'P'),
  row('performer/not-allowed', 'warning', 'A'),
  // While a change is prepared, what is not there yet is a warning.
  row('validation/missing', 'warning', 'SA', { errorFrom: 'to_be_released' }),
  row('rollback/missing', 'warning', 'SPMR', { errorFrom: 'to_be_reviewed' }),
  row('rollback/window', 'warning', ''),
  row('rollback/database', 'error', 'P'),
  row('rollback/required', 'error', 'AM', { from: 'done' }),
  row('database/idempotent', 'warning', 'P'),
  row('database/expensive', 'warning', 'P'),
  row('components/version', 'error', 'R'),
  row('release/tag', 'error', 'RS', { from: 'releasing' }),
  row('release/artifact', 'error', 'S'),
  row('release/kind', 'warning', 'R'),
  row('feature-flags/none', 'info', 'A'),
  row('tests/scenarios', 'warning', 'M', { errorFrom: 'in_testing' }),
  row('tests/results', 'error', 'A', { from: 'done' }),
  row('tickets/unattached', 'warning', 'M'),
  row('notify/parties', 'error', 'SAP', { from: 'to_be_released' }),
  row('notify/users', 'warning', 'PA', { from: 'releasing' }),
  row('notify/start', 'error', 'S', { from: 'releasing' }),
  row('notify/end', 'error', 'S', { from: 'done' }),
  row('notify/rollback', 'error', '', { from: 'done' }),
  row('notify/delay', 'warning', 'S'),
  row('checklist/incomplete', 'error', 'RM'),
  row('checklist/gate', 'error', 'R'),
  row('checklist/diverged', 'warning', 'R'),
  row('checklist/unattributed', 'warning', ''),
  row('checklist/near-step', 'info', ''),
  row('checklist/reason', 'warning', '', { errorFrom: 'done' }),
  row('closure/outcome', 'error', 'SM', { from: 'done' }),
  row('closure/monitoring', 'info', 'RA'),
  row('closure/review', 'info', 'M', { from: 'done' }),
  row('hold/reason', 'error', 'M'),
  row('config/sync', 'info', 'A'),
  row('config/invalid', 'error', ''),
  row('config/loosened', 'error', ''),
  row('config/record-dropped', 'error', ''),
  row('config/unread', 'error', ''),
  row('config/workflow', 'error', ''),
  row('config/template', 'error', ''),
  row('waiver/invalid', 'error', ''),
  row('waiver/expired', 'error', ''),
  row('waiver/unused', 'warning', ''),
];

function row(
  id: string,
  severity: Severity,
  letters: string,
  { from, errorFrom }: { from?: string; errorFrom?: string } = {},
): RuleRow {
  const sources = processes.filter((letter) => letters.includes(letter));
  return { id, severity, sources, from, errorFrom };
}
