import { clockReaches, dayMs, steadyOffset, wallTime } from '../model/time/zoneClock';
import { beginsOn, type DatedWhen, type DayPlace, dayPlace, type RecurringWhen, type Timed } from './when';

/** One time at which something of the configuration is: milliseconds since 1970, the end not included. */
export interface Occurrence<T extends Timed> {
  readonly entry: T;
  readonly start: number;
  readonly end: number;
  /** The local day on which it begins. */
  readonly day: number;
}

interface Dated<T> {
  readonly entry: T;
  readonly when: DatedWhen;
}

/** The longest that a local day may lie away from the same day in another zone. */
const zoneDays = 2;

/**
 * The times that meet a period, in the order of their starts.
 *
 * @param entries an array of the configuration, which stays the same
 * @param start and `end`, in milliseconds since 1970; where both are the same, that moment
 * @param zone of the times that name none
 */
export function occurrencesIn<T extends Timed>(
  entries: readonly T[],
  start: number,
  end: number,
  zone: string,
  applies: (entry: T) => boolean,
): Occurrence<T>[] {
  if (entries.length === 0) return [];
  const found: Occurrence<T>[] = [];
  const behind = Math.max(end, start + 1);
  const add = (entry: T, day: number, begins: number, ends: number): void => {
    const meets = begins < behind && ends > start && ends > begins;
    if (meets && applies(entry)) found.push({ entry, start: begins, end: ends, day });
  };
  const { dated, recurring } = indexOf(entries) as TimesIndex<T>;
  const first = wallTime(start, zone).day - zoneDays;
  const last = wallTime(behind - 1, zone).day + zoneDays;
  for (const { entry, when } of dated) {
    if (when.start.day > last) break;
    if (when.end.day < first) continue;
    const own = when.zone ?? zone;
    for (const [from, to] of periodsOf(when))
      add(entry, from.day, clockReaches(from.day, from.minute, own), clockReaches(to.day, to.minute, own));
  }
  for (const [own = zone, days] of recurring) {
    const lastOwn = wallTime(behind - 1, own).day;
    // What ends after midnight may have begun the day before.
    for (let day = wallTime(start, own).day - 1; day <= lastOwn; day++) {
      const midnight = steadyMidnight(day, own);
      const moment = (minute: number): number =>
        midnight === undefined ? clockReaches(day, minute, own) : midnight + minute * 60_000;
      for (const { entry, when } of days.on(day))
        for (const { from, to } of when.spans) add(entry, day, moment(from), moment(to));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The moment at which a day begins; undefined where the clock changes on it or near it. On all other days the moments of
 * a thousand times are sums.
 */
function steadyMidnight(day: number, zone: string): number | undefined {
  const offset = steadyOffset(zone, day);
  return offset === undefined || steadyOffset(zone, day + 1) !== offset ? undefined : day * dayMs - offset;
}

/** A period without its days that do not count. */
function periodsOf({ start, end, except }: DatedWhen): [DatedWhen['start'], DatedWhen['end']][] {
  const periods: [DatedWhen['start'], DatedWhen['end']][] = [];
  let from = start;
  const left = [...(except ?? [])].filter((day) => day >= start.day && day <= end.day);
  for (const day of left.sort((a, b) => a - b)) {
    if (from.day < day) periods.push([from, { day, minute: 0 }]);
    from = { day: day + 1, minute: 0 };
  }
  if (from.day < end.day || (from.day === end.day && from.minute < end.minute)) periods.push([from, end]);
  return periods;
}

interface TimesIndex<T extends Timed> {
  /** In the order of their starts. */
  readonly dated: readonly Dated<T>[];
  /** By zone; undefined for that of the record. */
  readonly recurring: ReadonlyMap<string | undefined, BeginningDays<T>>;
}

const indexes = new WeakMap<readonly Timed[], TimesIndex<Timed>>();

function indexOf(entries: readonly Timed[]): TimesIndex<Timed> {
  const known = indexes.get(entries) ?? indexed(entries);
  indexes.set(entries, known);
  return known;
}

function indexed(entries: readonly Timed[]): TimesIndex<Timed> {
  const dated: Dated<Timed>[] = [];
  const byZone = new Map<string | undefined, Recurring<Timed>[]>();
  for (const entry of entries) {
    const { when } = entry;
    if (when.start !== undefined) dated.push({ entry, when });
    else {
      const same = byZone.get(when.zone);
      if (same) same.push({ entry, when });
      else byZone.set(when.zone, [{ entry, when }]);
    }
  }
  dated.sort((a, b) => a.when.start.day - b.when.start.day);
  const recurring = new Map([...byZone].map(([zone, own]) => [zone, new BeginningDays(own)]));
  return { dated, recurring };
}

interface Recurring<T> {
  readonly entry: T;
  readonly when: RecurringWhen;
}

/** As many days as are kept for a list of times. */
const mostDays = 2000;

/** What begins on a day, of times that come again. The days of records repeat, so each is looked through once. */
class BeginningDays<T> {
  private readonly known = new Map<number, readonly Recurring<T>[]>();

  constructor(private readonly times: readonly Recurring<T>[]) {}

  on(day: number): readonly Recurring<T>[] {
    const known = this.known.get(day);
    if (known) return known;
    if (this.known.size >= mostDays) this.known.clear();
    const place: DayPlace = dayPlace(day);
    const found = this.times.filter(({ when }) => beginsOn(when, day, place));
    this.known.set(day, found);
    return found;
  }
}
