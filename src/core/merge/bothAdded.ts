const row = /^[ \t]*\|/;
const delimiter = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/;
/** Items in no order. What has a box or a number is done one after the other, and people say in which order. */
const item = /^[ \t]*[-*+][ \t]+(?!\[[ xX]\](?:[ \t]|$))/;
const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/;

/**
 * What two sides put in at one place, one behind the other, where no order is meant: entries of a list, rows of a
 * table, whole sections. Undefined of anything else.
 *
 * @param above the line above that place
 */
export function bothAdded(
  above: string | undefined,
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const [own, other] = [readAddition(above, ours), readAddition(above, theirs)];
  if (!own || !other) return undefined;
  if (own.kind && other.kind && own.kind !== other.kind) return undefined;
  if (own.titles.some((title) => other.titles.includes(title))) return undefined;
  const parts = [withoutRepeated(own.entries, other.entries), own.sections, other.sections];
  const lines = parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : ['', ...part]));
  // A section that begins behind what was there stands as far from it as it did.
  const isSpaced = own.entries.length + other.entries.length === 0 && isBlank(ours[0]);
  return [
    ...(isSpaced ? [''] : []),
    ...lines,
    ...(isBlank(ours.at(-1)) || isBlank(theirs.at(-1)) ? [''] : []),
  ];
}

/** What one side put in: entries that go on with what is above, and sections behind them. */
interface Addition {
  readonly kind: 'rows' | 'items' | undefined;
  readonly entries: readonly string[];
  readonly sections: readonly string[];
  readonly titles: readonly string[];
}

function readAddition(above: string | undefined, lines: readonly string[]): Addition | undefined {
  const found = lines.findIndex((line) => heading.test(line));
  const at = found < 0 ? lines.length : found;
  const entries = withoutBlankEnds(lines.slice(0, at));
  const sections = withoutBlankEnds(lines.slice(at));
  const kind = areRows(above, entries) ? 'rows' : areItems(entries) ? 'items' : undefined;
  // A list that does not follow its other items at once stands for itself.
  if (entries.length > 0 && (!kind || isBlank(lines[0]))) return undefined;
  const titles = sections.flatMap((line) => heading.exec(line)?.[1] ?? []);
  return { kind: entries.length > 0 ? kind : undefined, entries, sections, titles };
}

function areRows(above: string | undefined, lines: readonly string[]): boolean {
  return row.test(above ?? '') && lines.every((line) => row.test(line) && !delimiter.test(line));
}

/** Items with what belongs to them; the first line begins one. */
function areItems(lines: readonly string[]): boolean {
  if (!item.test(lines[0] ?? '')) return false;
  return lines.every((line) => isBlank(line) || item.test(line) || isContinued(line));
}

/** An indented line that begins nothing whose order counts. */
function isContinued(line: string): boolean {
  return /^(?: {2,}|\t)/.test(line) && !/^[ \t]*(?:[-*+][ \t]+\[|\d{1,9}[.)][ \t])/.test(line);
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === '';
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

/** What both put in stands there once; an item of several lines is not taken apart. */
function withoutRepeated(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const isPlain = theirs.every((line) => row.test(line) || item.test(line));
  return [...ours, ...(isPlain ? theirs.filter((line) => !ours.includes(line)) : theirs)];
}
