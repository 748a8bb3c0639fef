import { type TextRange, textRange } from './range';

/** A line that git writes where a merge could not decide; indented, or with other letters before it, it is none. */
const marker = /(?<=^\uFEFF?|[\r\n])(?:(<{7,})|(>{7,})|(\|{7,})|(={7,}))(?: [^\r\n]*)?(?=[\r\n]|$)/g;

/**
 * The lines that an unresolved merge left in a text, in their order. A row of equals signs also underlines headings,
 * and one of pipes is an empty row of a table: they are markers only between the first and the last line of a conflict.
 */
export function conflictMarkers(text: string): TextRange[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
  const found: TextRange[] = [];
  let open = 0;
  let divided = false;
  for (const { 0: whole, 1: begin, 2: end, 3: base, 4: middle, index } of text.matchAll(marker)) {
    const isDivision = base?.length === open || (!divided && middle?.length === open);
    if (!begin && !end && !isDivision) continue;
    found.push(textRange(index, index + whole.length));
    if (middle) divided = true;
    else if (!base) {
      open = begin?.length ?? 0;
      divided = false;
    }
  }
  return found;
}

/** The same text, of the same length, with blanks in place of the markers, so that both sides can be read. */
export function withoutConflictMarkers(text: string, markers = conflictMarkers(text)): string {
  let left = text;
  for (const { start, end } of markers)
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}
