import type { TextRange } from '../model/text/range';

// A rough picture of YAML that is still being typed: what stands where, and never an error.

/** A text where a key or a value stands. */
export interface OutlineScalar {
  readonly kind: 'scalar';
  /** The text without its quotes. */
  readonly value: string;
  /** Where it stands, quotes included. */
  readonly range: TextRange;
  /** The quote that it begins with, `|` for a block of text; empty for a plain text. */
  readonly quote: string;
}

/** A place that holds a value, or waits for one. */
export interface Slot {
  value: OutlineNode | undefined;
}

/** A key with what it holds; `colon` tells whether it is a key already or on its way to be one. */
export interface OutlineEntry extends Slot {
  readonly key: OutlineScalar;
  readonly colon: boolean;
}

export interface OutlineMap {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: OutlineEntry[];
}

export interface OutlineList {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: Slot[];
}

export type OutlineNode = OutlineMap | OutlineList | OutlineScalar;

/** One step from the root down: into the value of a key, or (`undefined`) into an item of a list. */
export type OutlineStep = string | undefined;

/** What the cursor stands in. */
export interface CursorPlace {
  /** A key of `map`, or the value of the slot that the path leads to. */
  readonly part: 'key' | 'value';
  readonly path: readonly OutlineStep[];
  /** The map whose key it is; of a value the map or list that holds it. */
  readonly holder: OutlineMap | OutlineList;
  /** The entry or item that the cursor is in, where there is one yet. */
  readonly slot: Slot | undefined;
  /** The text that the cursor is in or at the end of. */
  readonly token: OutlineScalar | undefined;
  /** Whether brackets or braces surround it. */
  readonly flow: boolean;
  /** Whether it is on a line of its own, so that keys may follow. */
  readonly ownLine: boolean;
}

/** The text of a key's value; undefined where it has none, or one with parts. */
export function textUnder(map: OutlineMap, ...keys: readonly string[]): string | undefined {
  for (const { key, value } of map.entries) {
    if (keys.includes(key.value) && value?.kind === 'scalar' && value.value !== '') return value.value;
  }
  return undefined;
}
