import { recordTypeChoice } from '../vocabulary/choices';
import { nearestName } from './nearest';

/** Whether a name, of an `id` or of a file, begins like the id of a record. */
export type IdTest = (name: string) => boolean;

/** The usual prefixes. In lower case a number must follow, since `proc-notes` is an ordinary name. */
const usual = /^(?:CHG|PROC|TKT)(?![A-Za-z])|^(?:[Cc][Hh][Gg]|[Pp][Rr][Oo][Cc]|[Tt][Kk][Tt])[-_ ]?\d/;
/** A pattern that matches one of these names is too general to recognise records by. */
const ordinaryNames = ['README', 'CHANGELOG', 'index', 'notes', 'release-notes'];
/** Longer names are not ids. */
const longest = 80;

/** Makes the test for ids with the usual prefixes, and for ids that match the pattern of a team. */
export function idTest(pattern?: RegExp): IdTest {
  const own = pattern && !ordinaryNames.some((name) => pattern.test(name)) ? pattern : undefined;
  return (name) => usual.test(name) || (own !== undefined && beginnings(name).some((part) => own.test(part)));
}

/** The beginnings of a name up to each separator, and the name: of `RFC-12-login` also `RFC-12` and `RFC`. */
function beginnings(name: string): string[] {
  const whole = name.slice(0, longest);
  const parts = [...whole.matchAll(/[-_. ]/g)].map(({ index }) => whole.slice(0, index));
  return [...parts, whole].filter(Boolean);
}

const idLine = /(?<=^|[\r\n])[ \t]*["']?[iI][dD]["']?[ \t]*:[ \t]*["']?([^\s"'#,]+)/;

/** Whether a raw line of some YAML holds the id of a record. */
export function namesRecord(yaml: string, isId: IdTest): boolean {
  const id = idLine.exec(yaml)?.[1];
  return id !== undefined && isId(id);
}

const typeNames = Object.entries(recordTypeChoice.choices).flatMap(([name, [es]]) => [name, es]);

/** Whether a text is nearly a type of record. */
export function isNearType(text: string): boolean {
  return usual.test(text.toUpperCase()) || nearestName(text, typeNames) !== undefined;
}

const typeLine =
  /^\s*---\r?\n(?:(?!---)[^\r\n]*\r?\n)*?["']?(?:type|tipo)["']?[ \t]*:[ \t]*["']?([\p{L}_]+)["']?[ \t]*\r?$/imu;

/** Whether front matter names nearly a type: in upper case, or misspelt. */
export function isMistyped(text: string): boolean {
  const type = typeLine.exec(text.slice(0, 2000))?.[1];
  return type !== undefined && isNearType(type);
}

/** What may precede front matter by mistake: blanks, byte order marks, comments. */
const above = /^(?:[\s\u200B]|<!--[\s\S]*?-->|[#%][^\r\n]*)*/;

/**
 * Offset of the first line with content.
 *
 * @param expected whether the text must be a record: front matter is then also found below other text
 */
export function contentStart(text: string, expected = false): number {
  const head = text.slice(0, 5000);
  const skipped = above.exec(head)?.[0].length ?? 0;
  const fence =
    expected && !head.startsWith('---', skipped) ? head.search(/(?<=[\r\n])---[ \t]*[\r\n]+\w+[ \t]*:/) : -1;
  // An indented line is code.
  return fence >= 0 ? fence : skipped - (/[ \t]*$/.exec(head.slice(0, skipped))?.[0].length ?? 0);
}
