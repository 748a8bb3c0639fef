import type { RecordStep, Redo } from '../actions/redo/redo';
import { refusal } from '../actions/refusals';
import { stateOf } from '../actions/stepAction';
import { touchedField } from '../actions/touchedByEdit';
import { editBetween } from '../edits/fieldWrites';
import { mergeRecords } from '../merge/mergeRecords';
import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';

/**
 * How a change takes over its procedure's steps on top of what others committed meanwhile: their ticks, fields and steps
 * stay, and where both changed the same nothing is guessed. What ticks a step, or decides, is no update, whatever its
 * commit says.
 */
export function updateRedo({ before, after, trailers }: RecordStep): Redo | undefined {
  if (trailers.get('Action') !== 'update' || before === after) return undefined;
  if (touchedField(before, after) || marksMore(before, after)) return undefined;
  return (text) => {
    const merged = mergeRecords(before, text, after);
    const isWhole = merged !== undefined && merged.conflicts === 0;
    return isWhole ? { edits: editBetween(text, merged.text) } : { refusal: refusal('bodyDiffers') };
  };
}

/** Whether a step is ticked, or does not apply, that was not so before. */
function marksMore(before: string, after: string): boolean {
  const known = new Set(marked(before));
  return marked(after).some((mark) => !known.has(mark));
}

function marked(text: string): string[] {
  const steps = parseRecord(text, { expected: true })?.body.steps ?? [];
  return steps.filter((step) => stateOf(step) !== 'open').map(markOf);
}

function markOf(step: Step): string {
  return JSON.stringify([stateOf(step), step.text, step.reason]);
}
