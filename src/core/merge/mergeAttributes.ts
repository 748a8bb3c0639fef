import { lineBreakOf } from '../model/text/edit';

const note =
  '# Records are merged by their fields and steps: changebook merge-driver --install in each clone.';
const attribute = 'merge=changebook';

/** Globs that git's attributes read in the same way. */
const plainGlob = /^(?!!)[\p{L}\p{N}_./*?-]+$/u;

/** The patterns of the files that are records; all markdown where there are none that git could read. */
export function recordPatterns(globs: readonly string[] | undefined): readonly string[] {
  return globs && globs.length > 0 && globs.every((glob) => plainGlob.test(glob)) ? globs : ['*.md'];
}

/** The text of an attributes file with which git merges these files by us. */
export function addedAttributes(text: string, patterns: readonly string[]): string {
  const eol = lineBreakOf(text);
  const known = new Set(text.split(/\r?\n/).map((line) => line.trim().split(/\s+/).join(' ')));
  const missing = patterns.map((pattern) => `${pattern} ${attribute}`).filter((line) => !known.has(line));
  if (missing.length === 0) return text;
  const before = text === '' || text.endsWith('\n') ? text : text + eol;
  const added = known.has(note) ? missing : [note, ...missing];
  return `${before}${added.join(eol)}${eol}`;
}

/** The same without. */
export function removedAttributes(text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const isOurs = (line: string): boolean =>
    line.trim() === note || /^\S+\s+merge=changebook\s*$/.test(line.trim());
  return lines.filter((line) => !isOurs(line)).join('');
}
