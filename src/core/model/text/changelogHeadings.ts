/** A heading of a changelog, in whatever style it is written. */
export interface ChangelogHeading {
  /** Its line, and the first one below it, from 0. */
  readonly line: number;
  readonly below: number;
  /** From 1 to 6 where it is one to markdown; bold lines and plain ones stand below all of them. */
  readonly level: number;
  /** Its words, without marks and addresses. */
  readonly title: string;
}

/** The level of a line that is nothing but bold words, and that of a plain line of its own. */
export const boldLevel = 7;
export const plainLevel = 8;

/** No heading is longer; what lies beyond is not read. */
const longestTitle = 300;

/** Every line that may head an entry, outside of code and comments. */
export function changelogHeadings(lines: readonly string[]): ChangelogHeading[] {
  const headings: ChangelogHeading[] = [];
  let closing: RegExp | undefined;
  lines.forEach((line, at) => {
    if (closing) {
      if (closing.test(line)) closing = undefined;
      return;
    }
    closing = openedBy(line);
    if (closing) return;
    const found = headingAt(lines, at);
    if (found) headings.push({ line: at, ...found, title: plainTitle(found.title) });
  });
  return headings;
}

/** What ends the block of code or the comment that a line opens. */
function openedBy(line: string): RegExp | undefined {
  const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
  if (fence) return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`);
  return /^\s*<!--/.test(line) && !line.includes('-->') ? /-->/ : undefined;
}

function headingAt(lines: readonly string[], at: number): Omit<ChangelogHeading, 'line'> | undefined {
  const line = (lines[at] ?? '').replace(/^\uFEFF/, '').slice(0, longestTitle);
  const below = at + 1;
  const [, marks = '', words = ''] = /^ {0,3}(#{1,6}|={2,6} )\s*([^\s#=].*)$/.exec(line) ?? [];
  if (words) return { below, level: marks.trim().length, title: words.trim().replace(/[ \t][#=]+$/, '') };
  const [, level, inside] = /^ {0,3}<h([1-6])\b[^>]*>(.*)/i.exec(line) ?? [];
  if (level && inside !== undefined) return { below, level: Number(level), title: inside };
  // Lists, quotes, tables and definitions of links head nothing.
  if (line.trim() === '' || /^\s*(?:[-+>|]|\*(?!\*)|\d+[.)]\s)|^ {4}|^\s*\[[^\]]+\]:/.test(line))
    return undefined;
  const [, underline] = /^ {0,3}([=~^-])\1*\s*$/.exec(lines[below] ?? '') ?? [];
  if (underline) return { below: below + 1, level: underline === '=' ? 1 : 2, title: line };
  if (/^ {0,3}(?:\*\*|__)/.test(line)) return { below, level: boldLevel, title: line };
  const isAlone = /\d/.test(line) && (at === 0 || (lines[at - 1] ?? '').trim() === '');
  return isAlone ? { below, level: plainLevel, title: line } : undefined;
}

function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/!\[[^\]]*\](?:\([^)]*\))?/g, ' ')
    .replace(/\](?:\([^)]*\)|\[[^\]]*\])/g, ']')
    .replace(/<[^>]*>|\bhttps?:\S+|\{[#:][^}]*\}|:[a-z_]+:/gi, ' ')
    .replace(/[*`[\]\\]|~~|(?<!\w)_+|_+(?!\w)/g, '')
    .trim();
}
