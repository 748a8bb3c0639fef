import { readBody } from '../model/parse/readBody';
import { LineMap } from '../model/text/lineMap';

/** Pieces of markdown as one text with single line ends, which does not swallow what stands below it. */
export function joinedText(pieces: readonly string[]): string {
  const text = pieces
    .map((piece) => piece.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, ''))
    .filter(Boolean)
    .join('\n\n');
  return text === '' ? '' : closed(text);
}

/** Closes code or a comment that the procedure leaves open, which would otherwise hide the sections of the change below. */
function closed(text: string): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/gm;
  const marks = [...new Set([...text.matchAll(fence)].map((match) => match[1] ?? ''))];
  const closings = ['', ...marks.map((mark) => `\n${mark}`), '\n-->'];
  return text + (closings.find((closing) => isClosed(`${text}${closing}`)) ?? '');
}

function isClosed(text: string): boolean {
  const end = `${text}\n\n## End\n`;
  return readBody(new LineMap(end), 0).headings.at(-1)?.title === 'End';
}
