import type { Localized } from '../model/text/localized';
import { dayOf } from '../model/time/zoneClock';
import type { HolidaySource } from './calendarConfig';
import { holidaysOf, type PublicHoliday } from './lazyHolidays';

/** One year of one country or region. */
export interface HolidayYear {
  readonly source: HolidaySource;
  readonly year: number;
}

/** A year as it is kept from one run to the next, by what tells it from others. */
export type StoredHolidays = readonly [
  key: string,
  days: readonly (readonly [day: number, name: Localized])[],
];

/** Where years are kept from one run to the next. */
export interface HolidayStore {
  read(): readonly StoredHolidays[];
  write(years: readonly StoredHolidays[]): void;
}

let store: HolidayStore | undefined;
let unread: HolidayStore | undefined;

/** From now on looks there before it loads the library, and keeps there what it finds. */
export function useHolidayStore(next: HolidayStore): void {
  store = next;
  unread = next;
}

/** Years that were asked for, by country and region: making one takes as long as checking a dozen records. */
const years = new Map<string, ReadonlyMap<number, Localized>>();
const maxYears = 500;

/** The public holiday on a day (in days since 1970) of a year; nothing where it is none, or nothing is known. */
export function publicHoliday(source: HolidaySource, day: number, year: number): Localized | undefined {
  return holidayYear(source, year).get(day);
}

/** All public holidays of a year, by their days. The first question loads the library. */
export function holidayYear(source: HolidaySource, year: number): ReadonlyMap<number, Localized> {
  const key = keyOf(source, year);
  const known = years.get(key) ?? fromStore(key);
  if (known) return known;
  if (onlyCached) throw new YearNotCached({ source, year });
  const found = read(source, year);
  addHolidayYear(source, year, found);
  store?.write([...years].map(([each, days]) => [each, [...days]]));
  return found;
}

/** Stops a work for which a year must be looked up elsewhere first. */
class YearNotCached extends Error {
  constructor(readonly wanted: HolidayYear) {
    super('The public holidays of this year are not known yet.');
  }
}

let onlyCached = false;

/**
 * Does a work that may ask for holidays, but not if that means to load their library, which takes a tenth of a second.
 *
 * @returns what the work came to, or the year that it needs
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

/** The stored years are read at the first question that needs them. */
function fromStore(key: string): ReadonlyMap<number, Localized> | undefined {
  const kept = unread?.read() ?? [];
  unread = undefined;
  for (const [each, days] of kept) if (!years.has(each)) years.set(each, new Map(days));
  return years.get(key);
}

/** Whether a year can be answered without the library. */
export function hasHolidayYear(source: HolidaySource, year: number): boolean {
  return years.has(keyOf(source, year));
}

/** Takes in a year that was looked up elsewhere. */
export function addHolidayYear(
  source: HolidaySource,
  year: number,
  days: ReadonlyMap<number, Localized>,
): void {
  if (years.size >= maxYears) years.clear();
  years.set(keyOf(source, year), days);
}

/** Forgets every year: what they are made from is another one now. */
export function clearHolidays(): void {
  years.clear();
}

function keyOf({ country, region = '' }: HolidaySource, year: number): string {
  return `${country} ${region} ${year}`;
}

function read({ country, region }: HolidaySource, year: number): Map<number, Localized> {
  return holidayDays(tryRead(country, region, year));
}

/** Holidays by their days. */
export function holidayDays(holidays: readonly PublicHoliday[]): Map<number, Localized> {
  const days = new Map<number, Localized>();
  for (const { date, days: length, name } of holidays) {
    const first = dayOf(date);
    if (first === undefined) continue;
    for (let day = first; day < first + length; day++) if (!days.has(day)) days.set(day, name);
  }
  return days;
}

/** Some countries' own calendars end, and their library throws; then no holiday is known. */
function tryRead(country: string, region: string | undefined, year: number) {
  try {
    return holidaysOf(country, region, year);
  } catch {
    return [];
  }
}
