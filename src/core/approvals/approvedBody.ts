import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { readNotApplicable, type Step, stepTextRange } from '../model/parse/step';

/**
 * A body cut at its steps: the text before the first step, that step, the text up to the next step, and so on. The
 * cuts tell which boxes are steps. A step lacks only the character in its box and its not-applicable mark with the
 * reason; the text after the mark stays.
 *
 * @param isPlain whether a step counts as an item without a box
 * @param end where it ends, behind all of its steps; the end of the text by default
 */
export function approvedBody(
  { lines, body, bodyStart }: ParsedRecord,
  isPlain?: (step: Step) => boolean,
  end = lines.text.length,
): string[] {
  return pieces(lines.text, bodyStart, end, body.steps, isPlain);
}

/**
 * Where the text of a change ended before it was looked back at. Undefined where it has not ended, has no review, or one
 * that says more than what happened: it comes last, so that it gives no link of the text above it another target, and
 * holds no step.
 */
export function endBeforeReview({ data, lines, body }: RecordOf<'change'>): number | undefined {
  if (data.outcome === undefined || data.actual?.end === undefined) return undefined;
  const last = body.headings.filter(({ level }) => level <= 2).at(-1);
  if (last?.level !== 2 || last.section !== 'review') return undefined;
  const start = lines.startOf(last.line);
  if (body.steps.some(({ range }) => range.end > start)) return undefined;
  const above = lines.text.slice(0, start);
  return above.trimEnd().length + (/^\r?\n|^\r/.exec(above.slice(above.trimEnd().length))?.[0].length ?? 0);
}

/** A part of a body with its steps as if they were open and applied; a character that no text has stands around each. */
export function approvedText(
  { lines, body }: ParsedRecord,
  start: number,
  end: number,
  isPlain?: (step: Step) => boolean,
): string {
  const steps = body.steps.filter(({ range }) => range.start >= start && range.start < end);
  return pieces(lines.text, start, end, steps, isPlain).join('\0');
}

/**
 * The body by section: the text before the first `##`, then each section under `# title`. It only serves to tell which
 * section was edited, so blank lines at the end of a section do not count. The digest is made from the whole body.
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
    // The numbered name may be another section's title.
    for (; parts.has(name); name = `# ${title} (${count})`) count++;
    counts.set(title, count);
    parts.set(name, text);
  });
  return [...parts];
}

function pieces(
  text: string,
  start: number,
  end: number,
  steps: readonly Step[],
  isPlain?: (step: Step) => boolean,
): string[] {
  const found: string[] = [];
  let position = start;
  let carried = '';
  for (const step of steps) {
    const before = carried + text.slice(position, step.range.start);
    const content = stepContent(step, text);
    // An item without a box belongs to the text around it.
    if (isPlain?.(step)) carried = before + content.slice('[ ] '.length);
    else {
      found.push(before, content);
      carried = '';
    }
    position = step.range.end;
  }
  found.push(carried + text.slice(position, end));
  // The whole text is searched only where a piece needs it, since there may be twenty thousand pieces.
  return found.map((piece) => (piece.includes('\r') ? withLineFeeds(piece, text) : piece));
}

/** A step as if it were open and applied. A box over two lines stays, since a tick there changes more than a character. */
function stepContent(step: Step, text: string): string {
  const { start, end } = step.range;
  const box = /[ \txX]/.test(text[start + 1] ?? '') ? ' ' : (text[start + 1] ?? '');
  const own = step.applicable ? undefined : stepTextRange(step, text);
  const mark = own && readNotApplicable(text.slice(own.start, own.end));
  if (!own || !mark) return `[${box}${text.slice(start + 2, end)}`;
  return `[${box}${text.slice(start + 2, own.start)}${mark.text}${text.slice(own.end, end)}`;
}

/**
 * Normalises line endings to LF. A lone CR is a line ending only in a file without LF; elsewhere it is a character
 * like any other, which a terminal does not show as a new line.
 */
export function withLineFeeds(piece: string, whole: string): string {
  return whole.includes('\n') ? piece.replaceAll('\r\n', '\n') : piece.replaceAll('\r', '\n');
}
