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

/** The state that counts for rules: on hold, the one that the record came from. */
export function stageOf(status: string, cameFrom: string | undefined): string {
  return status === 'on_hold' ? (cameFrom ?? 'to_do') : status;
}

/** Whether a stage is `from` or later in the order of changes; rejected and cancelled never are. */
export function hasReached(stage: string, from: string): boolean {
  const wanted = changeOrder.indexOf(from);
  return wanted >= 0 && changeOrder.indexOf(stage) >= wanted;
}
