import type { LineMap } from '../text/lineMap';
import type { TextRange } from '../text/range';
import { entryRange, type YamlEntry, type YamlNode } from './yamlTree';

/** A part of the tree that a comment can belong to: a key with its value, an item, or a collection as a whole. */
export type Commented = YamlEntry | YamlNode;

/** Comments by the part that they belong to: `^` before those above it, `>` those in or behind it, `.` at its end. */
export type YamlComments = ReadonlyMap<Commented, readonly string[]>;

const none: YamlComments = new Map();

/**
 * Finds the comments of a YAML text and what each belongs to, as a reader sees it: the part on whose line it stands,
 * else the one that it is indented into, else the next one, else the end of what holds it.
 *
 * @param content where the YAML stands in the text
 * @param left parts that are left out: their comments are as well, those above them belong to the next that stays
 */
export function readComments(
  lines: LineMap,
  content: TextRange,
  root: YamlNode,
  left: ReadonlySet<Commented>,
): YamlComments {
  if (!lines.text.slice(content.start, content.end).includes('#')) return none;
  const found = new Map<Commented, string[]>();
  for (const range of commentRanges(lines.text, content, root)) {
    const place = placeOf(lines, range, root, left);
    if (!place) continue;
    const comment = place.mark + lines.text.slice(range.start, range.end);
    const others = found.get(place.part);
    if (others) others.push(comment);
    else found.set(place.part, [comment]);
  }
  return found;
}

/** Where comments stand: behind a number sign in what is neither key nor scalar. */
function commentRanges(text: string, content: TextRange, root: YamlNode): TextRange[] {
  const comments: TextRange[] = [];
  let from = content.start;
  for (const { start, end } of [...scalarRanges(root), { start: content.end, end: content.end }]) {
    for (let at = text.indexOf('#', from); at >= 0 && at < start; at = text.indexOf('#', from)) {
      const line = /[^\r\n]*/y;
      line.lastIndex = at;
      from = Math.min(at + (line.exec(text)?.[0].length ?? 0), content.end);
      comments.push({ start: at, end: from });
    }
    from = Math.max(from, end);
  }
  return comments;
}

/** Ranges of all keys and scalars, in the order of the text. */
function* scalarRanges(node: YamlNode): Generator<TextRange> {
  if (node.kind === 'scalar') yield node.range;
  else if (node.kind === 'list') for (const item of node.items) yield* scalarRanges(item);
  else
    for (const { keyRange, value } of node.entries) {
      yield keyRange;
      yield* scalarRanges(value);
    }
}

interface Place {
  readonly part: Commented;
  readonly mark: '^' | '>' | '.';
}

/** What a comment belongs to; nothing where that is left out. */
function placeOf(
  lines: LineMap,
  comment: TextRange,
  holder: YamlNode,
  left: ReadonlySet<Commented>,
): Place | undefined {
  const parts: readonly Commented[] =
    holder.kind === 'map' ? holder.entries : holder.kind === 'list' ? holder.items : [];
  const next = parts.findIndex((part) => rangeOf(part).start > comment.start);
  const before = next < 0 ? parts.at(-1) : parts[next - 1];
  if (before && belongsTo(lines, comment, before, holder)) {
    if (left.has(before)) return undefined;
    const inside = 'key' in before ? before.value : before;
    const within = inside.kind !== 'scalar' && comment.start >= inside.range.start;
    const goesOn = within && (!inside.flow || comment.start < inside.range.end);
    return goesOn ? placeOf(lines, comment, inside, left) : { part: before, mark: '>' };
  }
  const above = next < 0 ? undefined : parts.slice(next).find((part) => !left.has(part));
  return above ? { part: above, mark: '^' } : { part: holder, mark: '.' };
}

/** Whether a comment behind the beginning of a part stands in it, on its last line, or indented into it. */
function belongsTo(lines: LineMap, comment: TextRange, part: Commented, holder: YamlNode): boolean {
  const { start, end } = rangeOf(part);
  if (comment.start < end) return true;
  // A block of text ends behind its line break.
  if (!/[\r\n]/.test(lines.text.slice(end - 1, comment.start))) return true;
  if (holder.kind === 'scalar' || holder.flow) return false;
  const [column, own] = [lines.positionAt(comment.start).column, lines.positionAt(start).column];
  return column > own || (holder.kind === 'list' && column === own);
}

function rangeOf(part: Commented): TextRange {
  return 'key' in part ? entryRange(part) : part.range;
}
