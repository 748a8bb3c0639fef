import { clockReaches, wallTime } from '../model/time/zoneClock';
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
  const add = (entry: T, day: number, from: number, lastDay: number, to: number): void => {
    const own = entry.when.zone ?? zone;
    const begins = clockReaches(day, from, own);
    if (begins >= behind) return;
    const ends = clockReaches(lastDay, to, own);
    if (ends > start && ends > begins) found.push({ entry, start: begins, end: ends, day });
  };
  const { dated, recurring } = indexOf(entries) as TimesIndex<T>;
  const first = wallTime(start, zone).day - zoneDays;
  const last = wallTime(behind - 1, zone).day + zoneDays;
  for (const { entry, when } of dated) {
    if (when.start.day > last || when.end.day < first || !applies(entry)) continue;
    for (const [from, to] of periodsOf(when)) add(entry, from.day, from.minute, to.day, to.minute);
  }
  for (const [own, days] of recurring) {
    const within = own ?? zone;
    const lastOwn = wallTime(behind - 1, within).day;
    // What ends after midnight may have begun the day before.
    for (let day = wallTime(start, within).day - 1; day <= lastOwn; day++)
      for (const { entry, when } of days.on(day))
        if (applies(entry)) for (const { from, to } of when.spans) add(entry, day, from, day, to);
  }
  return found.sort((a, b) => a.start - b.start);
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
