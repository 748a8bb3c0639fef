import { changeStatusChoice, ticketStatusChoice } from '../model/vocabulary/choices';
import type { RecordType } from '../model/vocabulary/vocabulary';
import { ends, sideStates } from './workflow';

const changeOrder = Object.keys(changeStatusChoice.choices).filter((state) => !sideStates.has(state));
const [firstTicketState = ''] = Object.keys(ticketStatusChoice.choices);

/** The state of a record that names none. */
export function initialStatus(type: RecordType): string {
  if (type === 'procedure') return '';
  return type === 'change' ? (changeOrder[0] ?? '') : firstTicketState;
}

/**
 * The stage of a record: the usual state that its own counts as. On hold it is the stage that the record came from.
 *
 * @param cameFrom the state before `on_hold`
 * @param counterparts for each state that a team's workflow adds, the usual state that it counts as
 */
export function stageOf(
  status: string,
  cameFrom: string | undefined,
  counterparts: ReadonlyMap<string, string>,
): string {
  const state = counterparts.get(status) ?? status;
  if (state !== 'on_hold') return state;
  return counterparts.get(cameFrom ?? '') ?? cameFrom ?? 'to_do';
}

/** Whether a record at this stage is still open. */
export function isOpen(stage: string): boolean {
  return !ends.has(stage);
}

/** Index of a stage in the order of changes; -1 for stages outside of it. */
export function stageRank(stage: string): number {
  return changeOrder.indexOf(stage);
}

/** Whether a stage is `from` or later in the order of changes; false for stages outside of it. */
export function hasReached(stage: string, from: string): boolean {
  const wanted = stageRank(from);
  return wanted >= 0 && stageRank(stage) >= wanted;
}
