import { type ConflictStyle, conflictLines, type Merged } from './conflict';
import { type Chunk, placedParts } from './placedParts';
import { contentOf, keysOf, type Part, type Parts, partsOf, type Value } from './yamlParts';

/** The same of each version; the base may lack what both sides have. */
export interface Versions<T> {
  readonly base: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

/**
 * Merges mappings and lists part by part: what one side did to a part counts, of a part that both changed the parts of
 * it. What is left is marked in place, where it has lines of its own.
 *
 * @returns the text of our version from its start to its end with the other side's changes; undefined where the whole
 * is for a person to decide
 */
export function mergeParts(
  versions: Versions<Parts>,
  style: ConflictStyle,
  canMark: boolean,
): Merged | undefined {
  const { base, ours, theirs } = versions;
  const found = keysOf(base ? [ours, theirs, base] : [ours, theirs]);
  if (!found) return undefined;
  const [own = [], other = [], old = []] = found.keys;
  if (!found.named && isRewritten(old, own, other)) return undefined;
  const mergeable = canMark && ours.ownLines;
  const chunks = new Map<string, Chunk>();
  let conflicts = 0;
  for (const key of new Set([...own, ...other])) {
    const parts = {
      base: base?.parts[old.indexOf(key)],
      ours: ours.parts[own.indexOf(key)],
      theirs: theirs.parts[other.indexOf(key)],
    };
    const merged = mergePart(parts, versions, style, mergeable);
    if (!merged) return undefined;
    conflicts += merged.conflicts;
    if (merged.chunk)
      chunks.set(key, { ...merged.chunk, ...(parts.ours ? { place: own.indexOf(key) } : {}) });
  }
  const text = placedParts(ours, { own, other, old }, chunks);
  return text === undefined ? undefined : { text, conflicts };
}

/** Whether an item without a name went on both sides and something came: it may be one item that both rewrote. */
function isRewritten(old: readonly string[], own: readonly string[], other: readonly string[]): boolean {
  const gone = old.some((key) => !own.includes(key) && !other.includes(key));
  const came = (keys: readonly string[]): string[] => keys.filter((key) => !old.includes(key));
  return gone && JSON.stringify(came(own)) !== JSON.stringify(came(other));
}

interface MergedPart {
  /** Undefined where the part goes. */
  readonly chunk: Chunk | undefined;
  readonly conflicts: number;
}

type AnyVersions = { readonly [side in keyof Versions<Part>]: Part | undefined };

function mergePart(
  { base, ours, theirs }: AnyVersions,
  holders: Versions<Parts>,
  style: ConflictStyle,
  canMark: boolean,
): MergedPart | undefined {
  const lead = mergedLead(base, ours, theirs);
  const from = (part: Part | undefined, holder: Parts | undefined): MergedPart | undefined => {
    if (!part || !holder) return { chunk: undefined, conflicts: 0 };
    const text = holder === holders.ours ? part.text : asIn(holders.ours, holder, part);
    return text === undefined ? undefined : { chunk: { lead, text }, conflicts: 0 };
  };
  if (theirs?.text === base?.text || ours?.text === theirs?.text) return from(ours, holders.ours);
  if (ours?.text === base?.text) return from(theirs, holders.theirs);
  if (ours && theirs) {
    if (contentOf(ours.value) === contentOf(theirs.value)) return from(ours, holders.ours);
    const inside = mergeInside({ base, ours, theirs }, style, canMark);
    if (inside) return { chunk: { lead, text: inside.text }, conflicts: inside.conflicts };
  }
  if (!canMark) return undefined;
  const lines = (part: Part | undefined, holder: Parts | undefined): string[] =>
    part && holder ? `${' '.repeat(holder.column)}${part.text}`.split('\n') : [];
  const sides = {
    base: lines(base, holders.base),
    ours: lines(ours, holders.ours),
    theirs: lines(theirs, holders.theirs),
  };
  return { chunk: { lead, text: conflictLines(sides, style).join('\n'), isWhole: true }, conflicts: 1 };
}

/** Comments above a part: no comment of either side is lost, whoever wrote it. */
function mergedLead(
  base: Part | undefined,
  ours: Part | undefined,
  theirs: Part | undefined,
): readonly string[] {
  const [old, own, other] = [base, ours, theirs].map((part) => part?.lead ?? []);
  const same = (one: readonly string[] = [], another: readonly string[] = []): boolean =>
    one.join('\n') === another.join('\n');
  if (!theirs || same(old, other)) return own ?? [];
  if (!ours || same(old, own)) return other ?? [];
  return [...(own ?? []), ...(other ?? []).filter((line) => !own?.includes(line))];
}

/** A part that both sides changed, merged by its own parts. */
function mergeInside(
  { base, ours, theirs }: Versions<Part>,
  style: ConflictStyle,
  canMark: boolean,
): Merged | undefined {
  const [own, other, old] = [partsOf(ours.value), partsOf(theirs.value), base && partsOf(base.value)];
  if (!own || !other || own.kind !== other.kind) return undefined;
  const usable = old?.kind === own.kind ? old : undefined;
  const [head, tail] = framed(ours, own);
  if (own.flow === other.flow) {
    const [otherHead, otherTail] = framed(theirs, other);
    const [oldHead, oldTail] = base && usable?.flow === own.flow ? framed(base, usable) : [head, tail];
    // A comment behind the name of a field is part of no part.
    if (head !== otherHead && otherHead !== oldHead) return undefined;
    if (tail !== otherTail && otherTail !== oldTail) return undefined;
  }
  const merged = mergeParts({ base: usable, ours: own, theirs: other }, style, canMark);
  return merged && { ...merged, text: head + merged.text + tail };
}

/** What a part has before and behind the parts of its value. */
function framed(part: Part, inner: Parts): [head: string, tail: string] {
  const { source } = inner;
  return [source.slice(part.start, inner.start), source.slice(inner.end, part.start + part.text.length)];
}

/** The text of a part of another version, as it is written in ours; undefined where that takes more than indenting. */
function asIn(ours: Parts, theirs: Parts, part: Part): string | undefined {
  if (!ours.flow && !theirs.flow) return reindented(part.text, ours.column - theirs.column);
  const plain = theirs.source.slice(part.value.node.range.start, part.value.node.range.end);
  const bare = ours.kind === 'list' ? plain : theirs.source.slice(part.start, part.end);
  if (ours.flow === theirs.flow) return bare;
  if (bare.includes('\n') || !isPlainEnough(part.value)) return undefined;
  return ours.kind === 'list' && !ours.flow ? `- ${bare}` : bare.trimEnd();
}

/** Whether a value reads the same between brackets and on a line of its own. */
function isPlainEnough({ node }: Value): boolean {
  if (node.kind !== 'scalar') return node.flow;
  return node.style === 'quoted' || (node.style === 'plain' && !/[[\]{},#]/.test(node.value));
}

function reindented(text: string, by: number): string | undefined {
  if (by === 0 || !text.includes('\n')) return text;
  const [first = '', ...rest] = text.split('\n');
  if (by < 0 && rest.some((line) => line.trim() !== '' && !/^ *$/.test(line.slice(0, -by)))) return undefined;
  const moved = rest.map((line) => {
    if (line.trim() === '') return line;
    return by > 0 ? ' '.repeat(by) + line : line.slice(-by);
  });
  return [first, ...moved].join('\n');
}
