import { LineMap } from './lineMap';
import type { LineRange, TextRange } from './range';

/** One replacement in a text. An empty range inserts, an empty text deletes. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Applies edits that were computed from this text. An edit that overlaps an earlier one is left out; a second run can
 * find what is still to do.
 *
 * @returns the new text and how many edits were applied
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): { text: string; applied: number } {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let position = 0;
  let applied = 0;
  for (const edit of ordered) {
    if (edit.range.start < position || edit.range.end > text.length) continue;
    result += text.slice(position, edit.range.start) + edit.text;
    position = edit.range.end;
    applied++;
  }
  return { text: result + text.slice(position), applied };
}

/** Maps ranges of the edited text to the text before the edits. Inserted text maps to the place of its edit. */
export function rangesBefore(lines: LineMap, edits: readonly TextEdit[]): (range: LineRange) => LineRange {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const after = new LineMap(applyEdits(lines.text, ordered).text);
  const before = (offset: number): number => {
    let shift = 0;
    for (const { range, text } of ordered) {
      const start = range.start + shift;
      if (offset < start) break;
      if (offset < start + text.length) return Math.min(range.start + offset - start, range.end);
      shift += text.length - (range.end - range.start);
    }
    return offset - shift;
  };
  return ({ start, end }) =>
    lines.rangeAt({ start: before(after.offsetAt(start)), end: before(after.offsetAt(end)) });
}

/** The line break that a text uses: that of its first line, LF where it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}
