/** Beyond this many pairs nothing is compared line by line: what is between two lines that are sure is taken as changed. */
const mostPairs = 4_000_000;

/**
 * Finds the lines of a text again in another version of it, in their order: first those that are the same at both
 * ends, then those that occur once in each, and between these as many as there are.
 *
 * @returns for each line of the first the number of the same line in the second, or -1
 */
export function alignLines(before: readonly string[], after: readonly string[]): Int32Array {
  const found = new Int32Array(before.length).fill(-1);
  const open: Span[] = [{ from: 0, to: before.length, start: 0, end: after.length }];
  for (let span = open.pop(); span; span = open.pop()) {
    const left = withoutEnds(span, before, after, found);
    if (left.from === left.to || left.start === left.end) continue;
    const anchors = anchorsIn(left, before, after);
    if (anchors.length === 0) alignAll(left, before, after, found);
    else open.push(...between(left, anchors));
    for (const { at, there } of anchors) found[at] = there;
  }
  return found;
}

/** Lines of the first text from `from` to `to`, and of the second from `start` to `end`. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

interface Anchor {
  readonly at: number;
  readonly there: number;
}

function withoutEnds(
  span: Span,
  before: readonly string[],
  after: readonly string[],
  found: Int32Array,
): Span {
  let { from, to, start, end } = span;
  while (from < to && start < end && before[from] === after[start]) found[from++] = start++;
  while (from < to && start < end && before[to - 1] === after[end - 1]) found[--to] = --end;
  return { from, to, start, end };
}

/** Lines that occur once on each side, as many as stand in the same order on both. */
function anchorsIn(
  { from, to, start, end }: Span,
  before: readonly string[],
  after: readonly string[],
): Anchor[] {
  const ours = onceIn(before, from, to);
  const theirs = onceIn(after, start, end);
  const pairs = [...ours].flatMap(([line, at]): Anchor[] => {
    const there = theirs.get(line);
    return there === undefined ? [] : [{ at, there }];
  });
  return longestRising(pairs);
}

function onceIn(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? '';
    if (places.has(line)) often.add(line);
    places.set(line, at);
  }
  for (const line of often) places.delete(line);
  return places;
}

/** The longest row of pairs that rises on both sides; they come in the order of the first. */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const tops: { readonly pair: Anchor; readonly below: number }[] = [];
  const ends: number[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[ends[middle] ?? 0]?.pair.there ?? 0) < pair.there) low = middle + 1;
      else high = middle;
    }
    tops.push({ pair, below: ends[low - 1] ?? -1 });
    ends[low] = tops.length - 1;
  }
  const row: Anchor[] = [];
  for (let top = tops[ends.at(-1) ?? -1]; top; top = tops[top.below]) row.push(top.pair);
  return row.reverse();
}

function between({ from, to, start, end }: Span, anchors: readonly Anchor[]): Span[] {
  const spans: Span[] = [];
  let [at, there] = [from, start];
  for (const anchor of anchors) {
    spans.push({ from: at, to: anchor.at, start: there, end: anchor.there });
    [at, there] = [anchor.at + 1, anchor.there + 1];
  }
  return [...spans, { from: at, to, start: there, end }];
}

/** Where no line is sure, the longest row of lines that both have. */
function alignAll(span: Span, before: readonly string[], after: readonly string[], found: Int32Array): void {
  const { from, to, start, end } = span;
  const [rows, columns] = [to - from, end - start];
  if (rows * columns > mostPairs) return;
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  const bestAt = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      best[row * width + column] =
        before[from + row] === after[start + column]
          ? bestAt(row + 1, column + 1) + 1
          : Math.max(bestAt(row + 1, column), bestAt(row, column + 1));
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (before[from + row] === after[start + column]) found[from + row++] = start + column++;
    else if (bestAt(row + 1, column) >= bestAt(row, column + 1)) row++;
    else column++;
  }
}
