import { textRange } from '../model/text/range';
import type { OutlineScalar } from './outline';

/** Offset of the first character that is no blank. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** Offset of the line break that ends the line, or `end`. */
export function endOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Offset behind the line break at `at`. */
export function nextLine(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** Reads a text from `from` up to what ends it on its line: a colon, a comment, or in flow style a bracket. */
export function scanScalar(text: string, from: number, lineEnd: number, flow: boolean): OutlineScalar {
  const quote = text[from];
  if (quote === '"' || quote === "'") return quoted(text, from, lineEnd, quote);
  let at = from;
  while (at < lineEnd && !ends(text, at, lineEnd, flow)) at++;
  const value = text.slice(from, at).trimEnd();
  return { kind: 'scalar', value, range: textRange(from, from + value.length), quote: '' };
}

function ends(text: string, at: number, lineEnd: number, flow: boolean): boolean {
  const character = text[at] ?? '';
  if (flow && /[,[\]{}]/.test(character)) return true;
  if (character === '#') return /[ \t]/.test(text[at - 1] ?? ' ');
  return character === ':' && endsKey(text, at, lineEnd, flow);
}

/** Whether the colon at `at` ends a key. */
export function endsKey(text: string, at: number, lineEnd: number, flow: boolean): boolean {
  if (at + 1 >= lineEnd) return true;
  return (flow ? /[ \t,[\]{}]/ : /[ \t]/).test(text[at + 1] ?? ' ');
}

/** A quoted text ends on its line, whatever YAML says: half of the time its second quote is still to come. */
function quoted(text: string, from: number, lineEnd: number, quote: string): OutlineScalar {
  let at = from + 1;
  while (at < lineEnd && text[at] !== quote) at += quote === '"' && text[at] === '\\' ? 2 : 1;
  const closed = Math.min(at, lineEnd);
  const end = Math.min(closed + 1, lineEnd);
  return { kind: 'scalar', value: text.slice(from + 1, closed), range: textRange(from, end), quote };
}
