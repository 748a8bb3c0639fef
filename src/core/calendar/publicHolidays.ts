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
export type KeptHolidays = readonly [key: string, days: readonly (readonly [day: number, name: Localized])[]];

/** Where years are kept from one run to the next. */
export interface HolidayShelf {
  read(): readonly KeptHolidays[];
  write(years: readonly KeptHolidays[]): void;
}

let shelf: HolidayShelf | undefined;
let unread: HolidayShelf | undefined;

/** From now on looks there before it loads the library, and keeps there what it finds. */
export function useHolidayShelf(next: HolidayShelf): void {
  shelf = next;
  unread = next;
}

/** Years that were asked for, by country and region: making one takes as long as checking a dozen records. */
const years = new Map<string, ReadonlyMap<number, Localized>>();
const mostYears = 500;

/** The public holiday on a day (in days since 1970) of a year; nothing where it is none, or nothing is known. */
export function publicHoliday(source: HolidaySource, day: number, year: number): Localized | undefined {
  return holidayYear(source, year).get(day);
}

/** All public holidays of a year, by their days. The first question loads the library. */
export function holidayYear(source: HolidaySource, year: number): ReadonlyMap<number, Localized> {
  const key = keyOf(source, year);
  const known = years.get(key) ?? fromShelf(key);
  if (known) return known;
  if (onlyKnown) throw new YearNotKnown({ source, year });
  const found = read(source, year);
  keepHolidayYear(source, year, found);
  shelf?.write([...years].map(([each, days]) => [each, [...days]]));
  return found;
}

/** Stops a work for which a year must be looked up elsewhere first. */
class YearNotKnown extends Error {
  constructor(readonly wanted: HolidayYear) {
    super('The public holidays of this year are not known yet.');
  }
}

let onlyKnown = false;

/**
 * Does a work that may ask for holidays, but not if that means to load their library, which takes a tenth of a second.
 *
 * @returns what the work came to, or the year that it needs
 */
export function withKnownHolidays<T>(
  work: () => T,
): { readonly done: T } | { readonly missing: HolidayYear } {
  onlyKnown = true;
  try {
    return { done: work() };
  } catch (error) {
    if (error instanceof YearNotKnown) return { missing: error.wanted };
    throw error;
  } finally {
    onlyKnown = false;
  }
}

/** What is on the shelf is taken from it at the first question that needs it. */
function fromShelf(key: string): ReadonlyMap<number, Localized> | undefined {
  const kept = unread?.read() ?? [];
  unread = undefined;
  for (const [each, days] of kept) if (!years.has(each)) years.set(each, new Map(days));
  return years.get(key);
}

/** Whether a year can be answered without the library. */
export function knowsHolidayYear(source: HolidaySource, year: number): boolean {
  return years.has(keyOf(source, year));
}

/** Takes in a year that was looked up elsewhere. */
export function keepHolidayYear(
  source: HolidaySource,
  year: number,
  days: ReadonlyMap<number, Localized>,
): void {
  if (years.size >= mostYears) years.clear();
  years.set(keyOf(source, year), days);
}

/** Forgets every year: what they are made from is another one now. */
export function forgetHolidays(): void {
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
