import type { LineMap } from '../text/lineMap';
import type { TextRange } from '../text/range';
import { entryRange, type YamlEntry, type YamlNode } from './yamlTree';

/** A part of the tree that a comment can belong to: a key with its value, an item, or a collection as a whole. */
type Commented = YamlEntry | YamlNode;

/**
 * Comments by the part that they belong to. The first character tells the place: `^` above the part, `>` in or after
 * it, `.` at its end.
 */
export type YamlComments = ReadonlyMap<Commented, readonly string[]>;

interface Place {
  readonly part: Commented;
  readonly mark: '^' | '>' | '.';
}

/**
 * Finds the comments of a YAML text and the part that each belongs to: the part on its line, else the part that it is
 * indented into, else the next part, else the end of the collection.
 *
 * @param content range of the YAML in the text
 * @param left parts that are left out, with their comments; comments above them belong to the next part that is not
 */
export function readComments(
  lines: LineMap,
  content: TextRange,
  root: YamlNode,
  left: ReadonlySet<Commented>,
): YamlComments {
  const found = new Map<Commented, string[]>();
  const finder = new PlaceFinder(lines, left);
  const yaml = lines.text.slice(content.start, content.end);
  for (let at = yaml.indexOf('#'); at >= 0; at = yaml.indexOf('#', at)) {
    const place = finder.placeOf(content.start + at, root);
    if (typeof place === 'number') {
      at = Math.max(place - content.start, at + 1);
      continue;
    }
    const end = lineEnd(yaml, at);
    if (place) {
      const comment = place.mark + yaml.slice(at, end);
      const others = found.get(place.part);
      if (others) others.push(comment);
      else found.set(place.part, [comment]);
    }
    at = end;
  }
  return found;
}

function lineEnd(text: string, from: number): number {
  const rest = /[^\r\n]*/y;
  rest.lastIndex = from;
  return from + (rest.exec(text)?.[0].length ?? 0);
}

class PlaceFinder {
  constructor(
    private readonly lines: LineMap,
    private readonly left: ReadonlySet<Commented>,
  ) {}

  /**
   * The place of the comment at an offset, or undefined where it belongs to a part that is left out. For a number sign
   * inside a key or a scalar, which begins no comment, the offset at which that ends.
   */
  placeOf(at: number, holder: YamlNode): Place | number | undefined {
    const parts: readonly Commented[] =
      holder.kind === 'map' ? holder.entries : holder.kind === 'list' ? holder.items : [];
    const next = firstBehind(parts, at);
    const before = parts[next - 1];
    if (before && 'key' in before && at < before.keyRange.end) return before.keyRange.end;
    if (before && this.belongsTo(at, before, holder)) return this.placeIn(at, before);
    const above = parts.slice(next).find((part) => !this.left.has(part));
    return above ? { part: above, mark: '^' } : { part: holder, mark: '.' };
  }

  private placeIn(at: number, part: Commented): Place | number | undefined {
    const inside = 'key' in part ? part.value : part;
    const { start, end } = inside.range;
    if (inside.kind === 'scalar' && at >= start && at < end) return end;
    // On the line of the key it belongs to the key; below that, to the first part of the value.
    const begun = at >= start || this.hasBreak(rangeOf(part).start, at);
    const goesOn = inside.kind !== 'scalar' && begun && (!inside.flow || at < end);
    const place = goesOn ? this.placeOf(at, inside) : ({ part, mark: '>' } as const);
    return typeof place !== 'number' && this.left.has(part) ? undefined : place;
  }

  private hasBreak(from: number, to: number): boolean {
    return /[\r\n]/.test(this.lines.text.slice(from, to));
  }

  /** Whether a comment after the beginning of a part is inside it, on its last line, or indented into it. */
  private belongsTo(at: number, part: Commented, holder: YamlNode): boolean {
    const { start, end } = rangeOf(part);
    if (at < end) return true;
    // The range of a block includes its last line break.
    if (!this.hasBreak(end - 1, at)) return true;
    if (holder.kind === 'scalar' || holder.flow) return false;
    const [column, own] = [this.lines.positionAt(at).column, this.lines.positionAt(start).column];
    return column > own || (holder.kind === 'list' && column === own);
  }
}

/** Index of the first part that begins after an offset, by bisection. */
function firstBehind(parts: readonly Commented[], at: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part && rangeOf(part).start <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeOf(part: Commented): TextRange {
  return 'key' in part ? entryRange(part) : part.range;
}
