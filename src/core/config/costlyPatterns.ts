/** Ids longer than this match no pattern: what a pattern costs grows with the text that it is tried on. */
export const longestId = 80;
/** A pattern that can be tried on an id in more ways than this may stop the editor. */
const maxWays = 10_000_000;

/**
 * Whether trying a regular expression of a stranger may take for ever. JavaScript cannot stop one that runs, so
 * what is not plainly cheap is refused: repeats of groups, references and look-arounds, many repeats in a row.
 */
export function isCostlyPattern(source: string): boolean {
  if (source.length > 200 || /\(\?(?!:)|\\[1-9k]/.test(source)) return true;
  // An escape or a class is one character, whatever it stands for.
  const plain = source
    .replace(/\\(?:[pPu]\{[^{}]*\}|[\s\S])/g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replaceAll('(?:', '(');
  if (/\)(?:[*+]|\{)/.test(plain)) return true;
  const repeats = plain.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;
  const optional = plain.match(/(?<![*+?}])\?/g)?.length ?? 0;
  const start = plain.startsWith('^') ? 1 : longestId;
  return start * longestId ** repeats * 2 ** optional * alternatives(plain) > maxWays;
}

/** In how many ways the alternatives of all groups can be combined. */
function alternatives(plain: string): number {
  let ways = 1;
  let rest = plain;
  for (let group = /\(([^()]*)\)/.exec(rest); group; group = /\(([^()]*)\)/.exec(rest)) {
    ways *= (group[1] ?? '').split('|').length;
    rest = rest.replace(group[0], 'x');
  }
  return ways * rest.split('|').length;
}

/** The same for a glob of files: each `*` tries every rest of a name, each brace every alternative. */
export function isCostlyGlob(glob: string): boolean {
  if (glob.length > 300 || (glob.match(/\*\*+/g)?.length ?? 0) > 2) return true;
  const braces = glob.match(/[{(]/g)?.length ?? 0;
  return braces > 3 || glob.split('/').some((part) => (part.match(/\*+/g)?.length ?? 0) > 3);
}
