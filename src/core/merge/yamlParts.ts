import { itemName } from '../edits/namedPlace';
import type { Located } from '../model/parse/located';
import { isNothing, type YamlNode } from '../model/parse/yamlTree';
import { choiceNamed } from '../model/vocabulary/vocabulary';

/** Lists to which entries are only ever added, wherever they stand: two of one role or kind are two. */
const logs = new Set(['approvals', 'notifications', 'waivers']);

/** A value of a front matter, with what the vocabulary says of it where it does. */
export interface Value {
  readonly node: YamlNode;
  readonly located: Located | undefined;
  /** The whole text, with LF alone. */
  readonly source: string;
  /** Whether it is such a list, or in one. */
  readonly isLog: boolean;
}

/** A field of a mapping or an item of a list. */
export interface Part {
  /** Its canonical name; of an item of a list see `keysOf`. */
  readonly name: string;
  readonly value: Value;
  /** Comments and blank lines above it. */
  readonly lead: readonly string[];
  readonly start: number;
  readonly end: number;
  /** From its key or its dash to its end; where it has lines of its own, to the end of the last one. */
  readonly text: string;
}

/** A mapping or a list, taken apart. */
export interface Parts {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  readonly parts: readonly Part[];
  readonly source: string;
  /** Where its text begins and ends; of parts with lines of their own, the whole lines. */
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** Whether the first part has a line of its own, too. */
  readonly ownLines: boolean;
}

/** Takes a mapping or a list apart; undefined of a single value, and of what is written too unusually. */
export function partsOf(value: Value): Parts | undefined {
  const { node, source } = value;
  if (node.kind === 'scalar') return undefined;
  const parts = node.flow ? flowParts(value) : blockParts(value);
  const [first] = parts ?? [];
  const last = parts?.at(-1);
  if (!parts || (!node.flow && !first)) return undefined;
  const about = { kind: node.kind, flow: node.flow, parts, source };
  if (node.flow || !first || !last)
    return { ...about, start: node.range.start, end: node.range.end, column: 0, ownLines: false };
  const line = lineStart(source, first.start);
  const column = first.start - line;
  const ownLines = source.slice(line, first.start).trim() === '';
  return { ...about, start: ownLines ? line : first.start, end: last.end, column, ownLines };
}

function flowParts(value: Value): Part[] {
  return childrenOf(value).map(({ name, child, start, end }) => {
    return { name, value: child, lead: [], start, end, text: value.source.slice(start, end) };
  });
}

function blockParts(value: Value): Part[] | undefined {
  const { source, node } = value;
  const parts: Part[] = [];
  for (const { name, child, start: from, end: to } of childrenOf(value)) {
    if (node.kind === 'list' && isNothing(child.node)) return undefined;
    const start = node.kind === 'list' ? source.lastIndexOf('-', from - 1) : from;
    const end = lineEnd(source, Math.max(start, to - 1));
    const above = parts.at(-1);
    const between = above ? source.slice(above.end + 1, lineStart(source, start)) : '';
    const lead = between === '' ? [] : between.slice(0, -1).split('\n');
    parts.push({ name, value: child, lead, start, end, text: source.slice(start, end) });
  }
  return parts;
}

function childrenOf({ node, located, source, isLog }: Value) {
  const child = (own: YamlNode, place: Located | undefined, name = ''): Value => {
    return { node: own, located: place, source, isLog: isLog || logs.has(name) };
  };
  if (node.kind === 'map') {
    const names = new Map(
      Object.entries(located?.fields ?? {}).map(([name, place]) => [place.node, { name, place }]),
    );
    return node.entries.map((entry) => {
      const known = names.get(entry.value);
      const { start } = entry.keyRange;
      const end = Math.max(entry.keyRange.end, entry.value.range.end);
      const name = known?.name ?? entry.key;
      return { name, child: child(entry.value, known?.place, name), start, end };
    });
  }
  if (node.kind === 'scalar') return [];
  return node.items.map((item, at) => {
    const place = located?.items?.[at];
    return { name: '', child: child(item, place?.node === item ? place : undefined), ...item.range };
  });
}

function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/**
 * What the parts of each version of a mapping or a list are recognised by: items by what they are about where each has a
 * name of its own, else by all that they say. Undefined where a mapping has a field twice.
 */
export function keysOf(
  versions: readonly Parts[],
): { readonly named: boolean; readonly keys: string[][] } | undefined {
  const names = versions.map(({ kind, parts }) => parts.map((part) => nameOf(kind, part)));
  const isUnique = (own: readonly (string | undefined)[]): boolean =>
    new Set(own).size === own.length && own.every((name) => name !== undefined);
  if (names.every(isUnique)) return { named: true, keys: names.map((own) => own.map((name) => name ?? '')) };
  if (versions.some(({ kind }) => kind === 'map')) return undefined;
  return {
    named: false,
    keys: versions.map(({ parts }) => numbered(parts.map(({ value }) => contentOf(value)))),
  };
}

function nameOf(kind: Parts['kind'], { name, value }: Part): string | undefined {
  if (kind === 'map') return name;
  if (value.isLog) return undefined;
  const { node, located } = value;
  if (located) return itemName(located);
  if (node.kind === 'scalar') return node.value;
  // Of what the vocabulary does not know, the first part says what it is about.
  const first = node.kind === 'map' ? node.entries[0]?.value : undefined;
  return first?.kind === 'scalar' ? first.value : undefined;
}

/** Equal texts are told apart by their number. */
function numbered(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return `${count} ${text}`;
  });
}

/** What a value says, however it is written. */
export function contentOf(value: Value): string {
  const { node, located } = value;
  if (node.kind === 'scalar') {
    const { choices } = located?.type ?? {};
    return JSON.stringify((choices && choiceNamed(choices, node.value)) ?? node.value);
  }
  const children = childrenOf(value).map(({ name, child }) => [name, contentOf(child)]);
  return JSON.stringify(
    node.kind === 'map' ? children.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)) : children,
  );
}
