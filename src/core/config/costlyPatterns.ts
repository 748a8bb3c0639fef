/** Longer ids match no pattern, since the cost of a pattern grows with the length of its input. */
export const longestId = 80;
/** A pattern with more ways to match an id may block the editor. */
const maxWays = 10_000_000;

/**
 * Whether a regular expression from a repository may take too long. JavaScript cannot stop a running match, so only
 * clearly cheap patterns are accepted: no repeated groups, back references or look-arounds, and few quantifiers.
 */
export function isCostlyPattern(source: string): boolean {
  if (source.length > 200 || /\(\?(?!:)|\\[1-9k]/.test(source)) return true;
  // An escape or a class matches one character.
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

/** The number of ways to combine the alternatives of all groups. */
function alternatives(plain: string): number {
  let ways = 1;
  let rest = plain;
  for (let group = /\(([^()]*)\)/.exec(rest); group; group = /\(([^()]*)\)/.exec(rest)) {
    ways *= (group[1] ?? '').split('|').length;
    rest = rest.replace(group[0], 'x');
  }
  return ways * rest.split('|').length;
}

/** Whether matching a glob may take too long: each `*` tries every rest of a name, each brace every alternative. */
export function isCostlyGlob(glob: string): boolean {
  if (glob.length > 300 || (glob.match(/\*\*+/g)?.length ?? 0) > 2) return true;
  const braces = glob.match(/[{(]/g)?.length ?? 0;
  return braces > 3 || glob.split('/').some((part) => (part.match(/\*+/g)?.length ?? 0) > 3);
}
