import { recordTypeChoice } from '../vocabulary/choices';
import { nearestName } from './nearest';

/** Whether a name, in `id` or of a file, begins as that of a record does. */
export type IdTest = (name: string) => boolean;

/** In small letters a number must follow: `proc-notes` is a name like any other. */
const usual = /^(?:CHG|PROC|TKT)(?![A-Za-z])|^(?:[Cc][Hh][Gg]|[Pp][Rr][Oo][Cc]|[Tt][Kk][Tt])[-_ ]?\d/;
/** A pattern that takes one of these tells no record by its name. */
const names = ['README', 'CHANGELOG', 'index', 'notes', 'release-notes'];
/** Longer ids are none. */
const longest = 80;

/** Makes the test for ids as they usually are, and as the pattern of a team has them. */
export function idTest(pattern?: RegExp): IdTest {
  const own = pattern && !names.some((name) => pattern.test(name)) ? pattern : undefined;
  return (name) => usual.test(name) || (own !== undefined && beginnings(name).some((part) => own.test(part)));
}

/** A name and what it begins with: `RFC-12-login` is also `RFC-12` and `RFC`. */
function beginnings(name: string): string[] {
  const whole = name.slice(0, longest);
  const parts = [...whole.matchAll(/[-_. ]/g)].map(({ index }) => whole.slice(0, index));
  return [...parts, whole].filter(Boolean);
}

const idLine = /(?<=^|[\r\n])[ \t]*["']?[iI][dD]["']?[ \t]*:[ \t]*["']?([^\s"'#,]+)/;

/** Whether a raw line of some YAML gives such an id. */
export function namesRecord(yaml: string, isId: IdTest): boolean {
  const id = idLine.exec(yaml)?.[1];
  return id !== undefined && isId(id);
}

const typeNames = Object.entries(recordTypeChoice.choices).flatMap(([name, [es]]) => [name, es]);

/** Whether a text is a type of record, as people mistype them. */
export function isNearType(text: string): boolean {
  return usual.test(text.toUpperCase()) || nearestName(text, typeNames) !== undefined;
}

const typeLine =
  /^\s*---\r?\n(?:(?!---)[^\r\n]*\r?\n)*?["']?(?:type|tipo)["']?[ \t]*:[ \t]*["']?([\p{L}_]+)["']?[ \t]*\r?$/imu;

/** Whether front matter names nearly a type: in capitals, or misspelt. */
export function isMistyped(text: string): boolean {
  const type = typeLine.exec(text.slice(0, 2000))?.[1];
  return type !== undefined && isNearType(type);
}

/** What stands above front matter by mistake: blanks, further byte order marks, comments. */
const above = /^(?:[\s\u200B]|<!--[\s\S]*?-->|[#%][^\r\n]*)*/;

/**
 * Where the first line stands that says something.
 *
 * @param expected whether the text must be a record, so that words above a `---` do not make it another text
 */
export function contentStart(text: string, expected = false): number {
  const head = text.slice(0, 5000);
  const skipped = above.exec(head)?.[0].length ?? 0;
  const fence =
    expected && !head.startsWith('---', skipped) ? head.search(/(?<=[\r\n])---[ \t]*[\r\n]+\w+[ \t]*:/) : -1;
  // An indented line is code.
  return fence >= 0 ? fence : skipped - (/[ \t]*$/.exec(head.slice(0, skipped))?.[0].length ?? 0);
}
