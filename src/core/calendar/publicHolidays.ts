import type { Localized } from '../model/text/localized';
import { dayOf } from '../model/time/zoneClock';
import type { HolidaySource } from './calendarConfig';
import { holidaysOf, type PublicHoliday } from './lazyHolidays';

/** One year of one country or region. */
export interface HolidayYear {
  readonly source: HolidaySource;
  readonly year: number;
}

/** A year as it is stored between runs, with its key. */
type StoredHolidays = readonly [key: string, days: readonly (readonly [day: number, name: Localized])[]];

/** Stores the holidays of years between runs. */
export interface HolidayStore {
  read(): readonly StoredHolidays[];
  write(years: readonly StoredHolidays[]): void;
}

let store: HolidayStore | undefined;
let unread: HolidayStore | undefined;

/** Sets the store, which is read before the library is loaded and to which new years are written. */
export function useHolidayStore(next: HolidayStore): void {
  store = next;
  unread = next;
}

/** A cache of years by country and region: computing one takes as long as checking a dozen records. */
const years = new Map<string, ReadonlyMap<number, Localized>>();
const maxYears = 500;

/** The public holiday on a day (in days since 1970) of a year; undefined where there is none or it is not known. */
export function publicHoliday(source: HolidaySource, day: number, year: number): Localized | undefined {
  return holidayYear(source, year).get(day);
}

/** All public holidays of a year, by day. Loads the library if the year is in no cache. */
export function holidayYear(source: HolidaySource, year: number): ReadonlyMap<number, Localized> {
  const key = keyOf(source, year);
  const known = years.get(key) ?? fromStore(key);
  if (known) return known;
  if (onlyCached) throw new YearNotCached({ source, year });
  const found = holidayDays(tryHolidaysOf(source, year));
  addHolidayYear(source, year, found);
  store?.write([...years].map(([each, days]) => [each, [...days]]));
  return found;
}

/** Aborts work that needs a year that is not cached. */
class YearNotCached extends Error {
  constructor(readonly wanted: HolidayYear) {
    super('The public holidays of this year are not known yet.');
  }
}

let onlyCached = false;

/**
 * Does work that may ask for holidays, without loading the library, which takes a tenth of a second.
 *
 * @returns the result of the work, or the year that it needs
 */
export function withCachedHolidays<T>(
  work: () => T,
): { readonly done: T } | { readonly missing: HolidayYear } {
  onlyCached = true;
  try {
    return { done: work() };
  } catch (error) {
    if (error instanceof YearNotCached) return { missing: error.wanted };
    throw error;
  } finally {
    onlyCached = false;
  }
}

/** Looks a year up in the store, which is read once. */
function fromStore(key: string): ReadonlyMap<number, Localized> | undefined {
  const stored = unread?.read() ?? [];
  unread = undefined;
  for (const [each, days] of stored) if (!years.has(each)) years.set(each, new Map(days));
  return years.get(key);
}

/** Whether a year is cached in memory. */
export function hasHolidayYear(source: HolidaySource, year: number): boolean {
  return years.has(keyOf(source, year));
}

/** Adds a year to the cache. */
export function addHolidayYear(
  source: HolidaySource,
  year: number,
  days: ReadonlyMap<number, Localized>,
): void {
  if (years.size >= maxYears) years.clear();
  years.set(keyOf(source, year), days);
}

/** Clears the cache of years. */
export function clearHolidays(): void {
  years.clear();
}

function keyOf({ country, region = '' }: HolidaySource, year: number): string {
  return `${country} ${region} ${year}`;
}

/** Holidays by day. */
export function holidayDays(holidays: readonly PublicHoliday[]): Map<number, Localized> {
  const days = new Map<number, Localized>();
  for (const { date, days: length, name } of holidays) {
    const first = dayOf(date);
    if (first === undefined) continue;
    for (let day = first; day < first + length; day++) if (!days.has(day)) days.set(day, name);
  }
  return days;
}

/** No holidays where the library throws, which it does for years that a country's own calendar does not cover. */
function tryHolidaysOf({ country, region }: HolidaySource, year: number): PublicHoliday[] {
  try {
    return holidaysOf(country, region, year);
  } catch {
    return [];
  }
}
