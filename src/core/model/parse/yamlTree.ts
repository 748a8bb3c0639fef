import type { TextRange } from '../text/range';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly range: TextRange;
  /** How it is written. YAML reads only a plain scalar as a number, a boolean or null. */
  readonly style: 'plain' | 'quoted' | 'block';
  /** Its text. For a plain scalar that is the source, so `3.10` stays 3.10. */
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

const nulls = new Set(['~', 'null', 'Null', 'NULL']);

/** Whether a node is null in YAML: an empty value, `~` or `null`. */
export function isNothing(node: YamlNode): boolean {
  if (node.kind !== 'scalar' || node.style !== 'plain' || node.value.length > 4) return false;
  return node.value === '' || nulls.has(node.value);
}

/** The range of a key with its value. */
export function entryRange(entry: YamlEntry): TextRange {
  return { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.value.range.end) };
}
