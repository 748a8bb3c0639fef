import { changeStatusChoice, ticketStatusChoice } from '../model/vocabulary/choices';
import type { RecordType } from '../model/vocabulary/vocabulary';

/** States beside the order: a record in one of them is at no stage. */
const besideOrder = new Set(['on_hold', 'rejected', 'cancelled']);
const changeOrder = Object.keys(changeStatusChoice.choices).filter((state) => !besideOrder.has(state));
const ticketOrder = Object.keys(ticketStatusChoice.choices).filter((state) => !besideOrder.has(state));

/** The state of a record that names none. */
export function initialStatus(type: RecordType): string {
  if (type === 'procedure') return '';
  return (type === 'change' ? changeOrder[0] : ticketOrder[0]) ?? '';
}

/**
 * The state that counts for rules: on hold, the one that the record came from.
 *
 * @param counterparts for states of a team's own, the usual state that each counts as
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

const ended = new Set(['done', 'rejected', 'cancelled']);

/** Whether a record at this stage is still open. */
export function isOpen(stage: string): boolean {
  return !ended.has(stage);
}

/** How far along the order of changes a stage is, from 0; -1 beside it. */
export function stageRank(stage: string): number {
  return changeOrder.indexOf(stage);
}

/** Whether a stage is `from` or later in the order of changes; rejected and cancelled never are. */
export function hasReached(stage: string, from: string): boolean {
  const wanted = changeOrder.indexOf(from);
  return wanted >= 0 && changeOrder.indexOf(stage) >= wanted;
}
