import type { Localized } from '../model/text/localized';
import { dayOf } from '../model/time/zoneClock';
import type { HolidaySource } from './calendarConfig';
import { holidaysOf } from './lazyHolidays';

/** One year of one country or region. */
export interface HolidayYear {
  readonly source: HolidaySource;
  readonly year: number;
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
  const known = years.get(keyOf(source, year));
  if (known) return known;
  const found = read(source, year);
  keepHolidayYear(source, year, found);
  return found;
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
  const days = new Map<number, Localized>();
  for (const { date, days: length, name } of tryRead(country, region, year)) {
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
