import { type TextRange, textRange } from './range';

/** A conflict marker of git, which always begins its line. */
const marker = /(?<=^\uFEFF?|[\r\n])(?:(<{7,})|(>{7,})|(\|{7,})|(={7,}))(?: [^\r\n]*)?(?=[\r\n]|$)/g;

/**
 * The conflict markers of an unresolved merge, in the order of the text. A row of equals signs may also underline a
 * heading, and a row of pipes may be an empty table row, so both are markers only inside a conflict.
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

/** The text with blanks in place of the markers, so that both sides can be read and all offsets stay the same. */
export function withoutConflictMarkers(text: string, markers = conflictMarkers(text)): string {
  let left = text;
  for (const { start, end } of markers)
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}
