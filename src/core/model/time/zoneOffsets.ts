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
  /** By the zone and its decade. */
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

/** The stored years, by the decade: most workspaces need one, and a machine's answers take time. Others are asked of the machine. */
const [first, last] = [2000, 2040];
/** Limits the store, since a hostile configuration could name each zone in a thousand ways. */
const maxTables = 100;

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
  const year = new Date(epochMs).getUTCFullYear();
  if (!store || !(year >= first && year < last)) return undefined;
  known ??= { ...store.read() };
  const decade = year - (year % 10);
  const name = `${zone} ${decade}`;
  let table = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!table) {
    if (Object.keys(known).length >= maxTables) return undefined;
    table = offsetsOf(ask, decade);
    known[name] = table;
    store.write(known);
  }
  return offsetIn(table, epochMs);
}

function offsetsOf(ask: (epochMs: number) => number, decade: number): ZoneOffsets {
  const [from, to] = [Date.UTC(decade, 0, 1), Date.UTC(decade + 10, 0, 1)];
  const changes = findClockChanges(ask, from, to);
  return {
    from: [from, ...changes.map(({ at }) => at)],
    offsets: [ask(from), ...changes.map(({ after }) => after)],
  };
}

function offsetIn({ from, offsets }: ZoneOffsets, epochMs: number): number | undefined {
  return offsets[from.findLastIndex((moment) => moment <= epochMs)];
}
