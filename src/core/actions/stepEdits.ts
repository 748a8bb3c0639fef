import { readNotApplicable, type Step, stepTextRange, writeReason } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import { oneLineValue } from '../model/text/oneLineValue';
import { textRange } from '../model/text/range';

/** Ticks or unticks a step: exactly the one character between its brackets. */
export function boxEdit(step: Step, ticked: boolean): TextEdit {
  return { range: step.box, text: ticked ? 'x' : ' ' };
}

/** Marks a step as not applicable: `- [x] ~~text~~ (n/a: reason)`, before the comment with its name. */
export function notApplicableEdits(step: Step, source: string, reason: string): TextEdit[] {
  const { start, end } = stepTextRange(step, source);
  const why = writeReason(oneLineValue(reason));
  return [
    boxEdit(step, true),
    { range: textRange(start), text: '~~' },
    { range: textRange(end), text: `~~ (n/a${why === '' ? '' : `: ${why}`})` },
  ];
}

/** Takes that back: the step is open, and reads as it did. */
export function applicableEdits(step: Step, source: string): TextEdit[] {
  const { start, end } = stepTextRange(step, source);
  const text = readNotApplicable(source.slice(start, end))?.text;
  if (text === undefined) return [boxEdit(step, false)];
  return [
    boxEdit(step, false),
    { range: textRange(start, start + 2), text: '' },
    { range: textRange(start + 2 + text.length, end), text: '' },
  ];
}
