import { fillIn, type Language, type Localized } from './localized';

/** GitHub refuses a comment of more than 65,536 characters. */
const maxBytes = 59_000;

const leftOut: Localized = {
  en: '{count} more {count|line does|lines do} not fit here and {count|is|are} left out.',
  es: '{count} {count|línea|líneas} más no {count|cabe|caben} aquí y se {count|omite|omiten}.',
};

/** A line of a document. A function makes its line only if there is still room for it. */
export type Line = string | (() => string);

/** How many bytes a text takes in UTF-8. */
export function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A markdown document cut to the size that code hosts accept. Its last line says how many lines are left out. */
export function truncatedMarkdown(lines: Iterable<Line>, language: Language): string {
  let text = '';
  let bytes = 0;
  let left = 0;
  for (const line of lines) {
    if (left > 0) {
      if (line !== '') left++;
      continue;
    }
    const written = `${typeof line === 'string' ? line : line()}\n`;
    bytes += bytesIn(written);
    if (bytes > maxBytes) left = 1;
    else text += written;
  }
  return left > 0 ? `${text.trimEnd()}\n\n${fillIn(leftOut[language], { count: left })}\n` : text;
}

/** The lines of all blocks, with a blank line between blocks. */
export function* linesOf(blocks: Iterable<readonly Line[]>): Iterable<Line> {
  let first = true;
  for (const block of blocks) {
    if (block.length === 0) continue;
    if (!first) yield '';
    first = false;
    yield* block;
  }
}
