import type { TextRange } from '../text/range';

/** How a scalar is written; only a plain one is read by YAML as a number, a boolean or nothing. */
export type ScalarStyle = 'plain' | 'quoted' | 'block';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly range: TextRange;
  readonly style: ScalarStyle;
  /** The text that it stands for: for a plain scalar the source itself, so `3.10` stays 3.10. */
  readonly value: string;
}

export interface YamlList {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly flow: boolean;
  readonly items: YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly range: TextRange;
  readonly flow: boolean;
  readonly entries: YamlEntry[];
}

export type YamlNode = YamlScalar | YamlList | YamlMap;

const nothing = new Set(['~', 'null', 'Null', 'NULL']);

/** Whether a node stands for nothing: an empty value, `~` or `null`. */
export function isNothing(node: YamlNode): boolean {
  if (node.kind !== 'scalar' || node.style !== 'plain' || node.value.length > 4) return false;
  return node.value === '' || nothing.has(node.value);
}

/** The start and end of a key with its value. */
export function entryRange(entry: YamlEntry): TextRange {
  return { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.value.range.end) };
}
