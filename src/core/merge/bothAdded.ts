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
  if (areRows(above, ours) && areRows(above, theirs)) return withoutRepeated(ours, theirs);
  const [isList, isOtherList] = [areItems(ours), areItems(theirs)];
  if (isList && isOtherList) return behind(ours, theirs);
  const [sections, others] = [headingsOf(ours), headingsOf(theirs)];
  if (isList && others) return behind(ours, theirs, '');
  if (isOtherList && sections) return behind(theirs, ours, '');
  const isSame = sections?.some((title) => others?.includes(title));
  return sections && others && !isSame ? behind(ours, theirs, '') : undefined;
}

function areRows(above: string | undefined, lines: readonly string[]): boolean {
  return row.test(above ?? '') && lines.every((line) => row.test(line) && !delimiter.test(line));
}

/** Items with what belongs to them; the first line begins one. */
function areItems(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined || !item.test(first)) return false;
  return lines.every((line) => line.trim() === '' || item.test(line) || isContinued(line));
}

/** An indented line that begins nothing whose order counts. */
function isContinued(line: string): boolean {
  return /^(?: {2,}|\t)/.test(line) && !/^[ \t]*(?:[-*+][ \t]+\[|\d{1,9}[.)][ \t])/.test(line);
}

/** The headings of lines that begin with one; undefined of others. */
function headingsOf(lines: readonly string[]): string[] | undefined {
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined || !heading.test(first)) return undefined;
  return lines.flatMap((line) => heading.exec(line)?.[1] ?? []);
}

function withoutRepeated(ours: readonly string[], theirs: readonly string[]): string[] {
  const known = new Set(ours);
  return [...ours, ...theirs.filter((line) => !known.has(line))];
}

/** One behind the other; the blank lines at the end of the first go to the end of all, or stand between sections. */
function behind(first: readonly string[], second: readonly string[], gap?: string): string[] {
  let end = first.length;
  while (end > 0 && first[end - 1]?.trim() === '') end--;
  let start = 0;
  while (gap !== undefined && second[start]?.trim() === '') start++;
  // What both put in stands there once; an item of several lines is not taken apart.
  const isPlain = gap === undefined && second.every((line) => item.test(line));
  const rest = isPlain ? second.filter((line) => !first.includes(line)) : second.slice(start);
  const isBlankLast = rest.at(-1)?.trim() === '';
  return [
    ...first.slice(0, end),
    ...(gap === undefined ? [] : [gap]),
    ...rest,
    ...(isBlankLast ? [] : first.slice(end)),
  ];
}
