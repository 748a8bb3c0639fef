import { findClockChanges } from './findClockChanges';

/** The offset of a zone at any moment from the first of `from` on: each holds from its moment to the next one. */
export interface ZoneOffsets {
  /** Milliseconds since 1970, in order. */
  readonly from: readonly number[];
  /** In milliseconds; one for each of `from`. */
  readonly offsets: readonly number[];
}

/** Where the offsets of zones are kept from one run to the next. */
export interface ZoneOffsetStore {
  read(): Readonly<Record<string, ZoneOffsets>>;
  write(zones: Readonly<Record<string, ZoneOffsets>>): void;
}

let store: ZoneOffsetStore | undefined;
let known: Record<string, ZoneOffsets> | undefined;

/** From now on keeps the offsets of each zone there: the machine's first answer takes longer than reading them all. */
export function useZoneOffsetStore(next: ZoneOffsetStore): void {
  store = next;
  known = undefined;
}

/** No deployment is outside of these years; what is asked of others is asked of the machine. */
const first = Date.UTC(2000, 0, 1);
const last = Date.UTC(2040, 0, 1);
/** A hostile configuration could name each zone in a thousand ways. */
const maxZones = 100;

/**
 * The kept offset of a zone at a moment; nothing where none is kept.
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
