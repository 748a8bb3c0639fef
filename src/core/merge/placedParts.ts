import type { Parts } from './yamlParts';

/** How a part goes into the result: with comments above it, and as many lines as it needs. */
export interface Chunk {
  readonly lead: readonly string[];
  readonly text: string;
  /** Whole lines with their indentation, such as those of a conflict. */
  readonly isWhole?: true;
  /** Where it stands in the own version of the list or mapping. */
  readonly place?: number;
}

/** The keys of the parts of each version, in their order. */
interface Keys {
  readonly own: readonly string[];
  readonly other: readonly string[];
  readonly old: readonly string[];
}

/**
 * Puts merged parts together in the order of our version; what the other side added stands behind what it stands behind
 * there, after what we added at the same place.
 *
 * @returns undefined where a part has no place among the others
 */
export function placedParts(ours: Parts, keys: Keys, chunks: ReadonlyMap<string, Chunk>): string | undefined {
  const placed = orderOf(keys).flatMap((key) => chunks.get(key) ?? []);
  if (!ours.flow) return ownLines(ours, placed);
  return placed.some(({ text, isWhole }) => isWhole || text === '')
    ? undefined
    : betweenBrackets(ours, placed);
}

function orderOf({ own, other, old }: Keys): string[] {
  const order = [...own];
  const [known, before] = [new Set(own), new Set(old)];
  for (const [at, key] of other.entries()) {
    if (known.has(key)) continue;
    known.add(key);
    const above = other.slice(0, at).findLast((each) => known.has(each));
    let place = above === undefined ? 0 : order.indexOf(above) + 1;
    while (place < order.length && isAdded(order[place] ?? '', own, before)) place++;
    order.splice(place, 0, key);
  }
  return order;
}

function isAdded(key: string, own: readonly string[], before: ReadonlySet<string>): boolean {
  return own.includes(key) && !before.has(key);
}

function ownLines({ column, ownLines: isOwn }: Parts, placed: readonly Chunk[]): string | undefined {
  const indent = ' '.repeat(column);
  const [first] = placed;
  if (!first || (!isOwn && first.lead.length > 0)) return undefined;
  const texts = placed.map(({ lead, text, isWhole }, at) => {
    const before = isWhole || (at === 0 && !isOwn) ? '' : indent;
    return [...lead, before + text].join('\n');
  });
  return texts.join('\n');
}

function betweenBrackets({ source, parts, start, end, kind }: Parts, placed: readonly Chunk[]): string {
  const [first, last] = [parts[0], parts.at(-1)];
  const [usualOpen, usualClose] = kind === 'list' ? ['[', ']'] : ['{ ', ' }'];
  const open = first ? source.slice(start, first.start) : usualOpen;
  const close = last ? source.slice(last.end, end) : usualClose;
  let text = open;
  for (const [at, chunk] of placed.entries()) {
    const above = placed[at - 1];
    // Between two parts that stood beside each other, what was there stays.
    const [one, next] = [parts[above?.place ?? -1], parts[chunk.place ?? -1]];
    const isBeside = one && next && chunk.place === (above?.place ?? 0) + 1;
    if (above) text += isBeside ? source.slice(one.end, next.start) : ', ';
    text += chunk.text;
  }
  return text + close;
}
