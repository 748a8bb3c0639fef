import type { Step } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import { oneLineValue } from './oneLineValue';

const box = /^\[[ \t\r\nxX]\]\s+/;
const nameComment = /\s*<!--(?:(?!-->)[\s\S])*-->\s*$/;

/** Ticks or unticks a step: exactly the one character between its brackets. */
export function boxEdit(step: Step, ticked: boolean): TextEdit {
  return { range: step.box, text: ticked ? 'x' : ' ' };
}

/** Marks a step as not applicable: `- [x] ~~text~~ (n/a: reason)`, before the comment with its name. */
export function notApplicableEdits(step: Step, source: string, reason: string): TextEdit[] {
  const { start, end } = textWithin(step, source);
  const why = oneLineValue(reason);
  return [
    boxEdit(step, true),
    { range: textRange(start), text: '~~' },
    { range: textRange(end), text: `~~ (n/a${why === '' ? '' : `: ${why}`})` },
  ];
}

/** Takes that back: the step is open, and reads as it did. */
export function applicableEdits(step: Step, source: string): TextEdit[] {
  const { start, end } = textWithin(step, source);
  const marked = source.slice(start, end);
  // As the parser reads it: the mark ends at the first pair of tildes that a note in brackets follows to the end.
  const mark = /^~~([^~][\s\S]*?)~~[ \t]*\(n\/a(?::[\s\S]*)?\)$/i.exec(marked);
  const text = mark?.[1];
  if (text === undefined) return [boxEdit(step, false)];
  return [
    boxEdit(step, false),
    { range: textRange(start, start + 2), text: '' },
    { range: textRange(start + 2 + text.length, end), text: '' },
  ];
}

/** Where a step's own text stands: behind its box, before the comment with its name. */
function textWithin(step: Step, source: string): { readonly start: number; readonly end: number } {
  const whole = source.slice(step.range.start, step.range.end);
  const start = box.exec(whole)?.[0].length ?? 3;
  const commentAt = step.name !== undefined ? whole.lastIndexOf('<!--') : -1;
  const hasComment = commentAt >= start && nameComment.test(whole.slice(commentAt));
  const text = (hasComment ? whole.slice(0, commentAt) : whole).trimEnd();
  return { start: step.range.start + start, end: step.range.start + Math.max(start, text.length) };
}
