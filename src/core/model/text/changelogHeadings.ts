/** A heading of a changelog, in whatever style it is written. */
export interface ChangelogHeading {
  /** Its line and the first line below it, from 0. */
  readonly line: number;
  readonly below: number;
  /** 1 to 6 for markdown's headings; the other styles have the higher levels below. */
  readonly level: number;
  /** Its words without markup and URLs. */
  readonly title: string;
  /** The last cell of a table row. */
  readonly said?: string;
}

/**
 * Levels of a bold line or the summary of a folded part, a plain line of its own, a list item and a table row.
 */
export const boldLevel = 7;
export const plainLevel = 8;
export const itemLevel = 9;
export const rowLevel = 10;

/** Only so much of a line is read as its heading. */
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
    closing = openedBy(line, lines[at - 1]);
    if (closing) return;
    const found = headingAt(lines, at);
    if (found) headings.push({ line: at, ...found, title: plainTitle(found.title) });
  });
  return headings;
}

/** The end of the code block or comment that a line opens, or undefined where it opens none. */
function openedBy(line: string, above = ''): RegExp | undefined {
  const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
  // Tildes below text that is no longer than they are underline it.
  if (fence?.startsWith('~') && above.trim() !== '' && fence.length >= above.trim().length) return undefined;
  if (fence) return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`);
  return /^\s*<!--/.test(line) && !line.includes('-->') ? /-->/ : undefined;
}

/** The headings of Debian's changelogs and of RPM's. */
const packaged = [
  /^[a-z\d][a-z\d+.-]* \(([^()\s]+)\) [^;]+; *urgency=/i,
  /^\* (?:mon|tue|wed|thu|fri|sat|sun) [a-z]{3} +\d{1,2} \d{4} .*\s(\d\S*)\s*$/i,
];

/** A table row: the version is in one of the first cells, and what is new in the last one. */
function rowAt(line: string, below: number): Omit<ChangelogHeading, 'line'> {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  return { below, level: rowLevel, title: cells.slice(0, 3).join(' ; '), said: (cells.at(-1) ?? '').trim() };
}

function headingAt(lines: readonly string[], at: number): Omit<ChangelogHeading, 'line'> | undefined {
  const line = (lines[at] ?? '').replace(/^\uFEFF/, '').slice(0, longestTitle);
  const below = at + 1;
  const [, marks = '', words = ''] = /^ {0,3}(#{1,6}|={2,6} )\s*([^\s#=].*)$/.exec(line) ?? [];
  if (words) return { below, level: marks.trim().length, title: words.trim().replace(/[ \t][#=]+$/, '') };
  const [, level, inside] = /^ {0,3}<h([1-6])\b[^>]*>(.*)/i.exec(line) ?? [];
  if (level && inside !== undefined) return { below, level: Number(level), title: inside };
  const [, folded] = /^\s*(?:<details[^>]*>\s*)?<summary[^>]*>(.*)/i.exec(line) ?? [];
  if (folded) return { below, level: boldLevel, title: folded };
  const version = packaged.map((form) => form.exec(line)?.[1]).find(Boolean);
  if (version) return { below, level: plainLevel, title: version };
  const [, item] = /^[-*+] +(?=\D{0,60}\d)(.*)/.exec(line) ?? [];
  // A version alone in an item is part of a list of versions, not an entry.
  if (item && (/\S\s/.test(item) || /^\s+\S/.test(lines[below] ?? '')))
    return { below, level: itemLevel, title: item };
  if (/^\s*\|.*\d/.test(line)) return rowAt(line, below);
  // Lists, quotes, tables and link definitions are no headings.
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
