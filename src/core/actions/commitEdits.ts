import { editBetween } from '../edits/fieldWrites';
import { titleOf } from '../index/summarise';
import type { ActedOn, PlannedAction } from './action';
import { planWritten, refusedPlan } from './recordAction';
import type { TextChange } from './textChange';
import { touchedByEdit } from './touchedByEdit';

/** The byte order mark. */
const mark = '\ufeff';

/**
 * The commit of what somebody edited in a record by hand. Refused are ticks, decisions and whatever else has an action of
 * its own, whose commits say more.
 *
 * @param committed the record's text as it is committed, which is another one than the record's own
 */
export function commitEdits(on: ActedOn, committed: string): PlannedAction {
  const shown = on.record.lines.text;
  // Line endings that git writes into the folder alone are no edit, nor is a mark that an editor does not show.
  const ended = committed.includes('\r\n') ? shown : shown.replaceAll('\r\n', '\n');
  const edited = committed.startsWith(mark) && !ended.startsWith(mark) ? mark + ended : ended;
  const change: TextChange = {
    plan(text, copy) {
      if (text === edited || text === shown) return { edits: [] };
      if (text !== committed) return refusedPlan(copy === 'staged' ? 'editStaged' : 'editedMeanwhile');
      const fault = touchedByEdit(committed, edited);
      return fault ? { refusal: fault } : { edits: editBetween(text, edited) };
    },
  };
  const parts = { action: 'edit', title: titleOf(on.record) } as const;
  return planWritten(on, { change, parts });
}
