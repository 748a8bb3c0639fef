import type { ParsedRecord } from '../model/parse/record';
import { readNotApplicable, type Step, stepTextRange } from '../model/parse/step';

/**
 * A body as it is written, cut at its steps: what stands before the first, the step, what stands between, and so on.
 * The cuts say which boxes are steps. Of a step only the one character of its box and its not-applicable mark, with
 * the reason, are not there; what stands behind them is.
 */
export function approvedBody({ lines, body, bodyStart }: ParsedRecord): string[] {
  return pieces(lines.text, bodyStart, lines.text.length, body.steps);
}

/**
 * The same in sections that a person would name: what stands before the first `##`, then `# title` by `# title`. For
 * telling what was edited, where a blank line before the next section is none of this one's; the digest is made from
 * the body as a whole.
 */
export function bodyParts(record: ParsedRecord): [title: string, text: string][] {
  const { lines, body, bodyStart } = record;
  const starts = body.headings
    .filter(({ level }) => level === 2)
    .map(({ line, title }) => ({ start: lines.startOf(line), title }));
  const parts = new Map<string, string>();
  const counts = new Map<string, number>();
  let step = 0;
  [{ start: bodyStart, title: '' }, ...starts].forEach(({ start, title }, index) => {
    const end = starts[index]?.start ?? lines.text.length;
    const first = step;
    while ((body.steps[step]?.range.start ?? end) < end) step++;
    const text = pieces(lines.text, start, end, body.steps.slice(first, step)).join('').trimEnd();
    if (text === '' && title === '') return;
    let [name, count] = [`# ${title}`, counts.get(title) ?? 1];
    // A title may itself end with a number in brackets.
    for (; parts.has(name); name = `# ${title} (${count})`) count++;
    counts.set(title, count);
    parts.set(name, text);
  });
  return [...parts];
}

function pieces(text: string, start: number, end: number, steps: readonly Step[]): string[] {
  const found: string[] = [];
  let position = start;
  for (const step of steps) {
    found.push(text.slice(position, step.range.start), stepContent(step, text));
    position = step.range.end;
  }
  found.push(text.slice(position, end));
  // The whole text is looked at only for a piece that needs it: there may be twenty thousand.
  return found.map((piece) => (piece.includes('\r') ? withLineFeeds(piece, text) : piece));
}

/** A step that is open and applies. A box that goes over two lines is left as it is: no tick is one character there. */
function stepContent(step: Step, text: string): string {
  const { start, end } = step.range;
  const box = /[ \txX]/.test(text[start + 1] ?? '') ? ' ' : (text[start + 1] ?? '');
  const own = step.applicable ? undefined : stepTextRange(step, text);
  const mark = own && readNotApplicable(text.slice(own.start, own.end));
  if (!own || !mark) return `[${box}${text.slice(start + 2, end)}`;
  return `[${box}${text.slice(start + 2, own.start)}${mark.text}${text.slice(own.end, end)}`;
}

/**
 * Line endings as LF, whichever the file has. A lone CR is one only in a file that has no others; elsewhere it is a
 * character, which a terminal takes for something else than a new line.
 */
export function withLineFeeds(piece: string, whole: string): string {
  return whole.includes('\n') ? piece.replaceAll('\r\n', '\n') : piece.replaceAll('\r', '\n');
}
