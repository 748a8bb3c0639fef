import { findClockChanges } from './findClockChanges';

/** The offset of a zone at any moment from the first of `from` on: each holds from its moment to the next one. */
export interface ZoneOffsets {
  /** Milliseconds since 1970, in order. */
  readonly from: readonly number[];
  /** In milliseconds; one for each of `from`. */
  readonly offsets: readonly number[];
}

/** Stores the offsets of zones between runs. */
export interface ZoneOffsetStore {
  read(): Readonly<Record<string, ZoneOffsets>>;
  write(zones: Readonly<Record<string, ZoneOffsets>>): void;
}

let store: ZoneOffsetStore | undefined;
let known: Record<string, ZoneOffsets> | undefined;

/** Sets the store: reading all offsets from it is faster than the machine's first answer. */
export function useZoneOffsetStore(next: ZoneOffsetStore): void {
  if (next === store) return;
  store = next;
  known = undefined;
}

/** The stored years. Other moments are asked of the machine. */
const first = Date.UTC(2000, 0, 1);
const last = Date.UTC(2040, 0, 1);
/** Limits the store, since a hostile configuration could name each zone in a thousand ways. */
const maxZones = 100;

/**
 * The stored offset of a zone at a moment, or undefined where none is stored.
 *
 * @param ask gives the machine's own answer
 */
export function storedOffset(
  zone: string,
  epochMs: number,
  ask: (epochMs: number) => number,
): number | undefined {
  if (!store || !(epochMs >= first && epochMs < last)) return undefined;
  known ??= { ...store.read() };
  let table = Object.hasOwn(known, zone) ? known[zone] : undefined;
  if (!table) {
    if (Object.keys(known).length >= maxZones) return undefined;
    table = offsetsOf(ask);
    known[zone] = table;
    store.write(known);
  }
  return offsetIn(table, epochMs);
}

function offsetsOf(ask: (epochMs: number) => number): ZoneOffsets {
  const changes = findClockChanges(ask, first, last);
  return {
    from: [first, ...changes.map(({ at }) => at)],
    offsets: [ask(first), ...changes.map(({ after }) => after)],
  };
}

function offsetIn({ from, offsets }: ZoneOffsets, epochMs: number): number | undefined {
  return offsets[from.findLastIndex((moment) => moment <= epochMs)];
}
