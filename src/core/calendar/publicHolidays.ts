import type { Localized } from '../model/text/localized';
import { dayOf } from '../model/time/zoneClock';
import type { HolidaySource } from './calendarConfig';
import { holidaysOf } from './lazyHolidays';

/** Years that were asked for, by country and region: making one takes as long as checking a dozen records. */
const years = new Map<string, ReadonlyMap<number, Localized>>();
const mostYears = 500;

/** The public holiday on a day (in days since 1970) of a year; nothing where it is none, or nothing is known. */
export function publicHoliday(source: HolidaySource, day: number, year: number): Localized | undefined {
  const key = `${source.country} ${source.region ?? ''} ${year}`;
  let known = years.get(key);
  if (!known) {
    known = read(source, year);
    if (years.size >= mostYears) years.clear();
    years.set(key, known);
  }
  return known.get(day);
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
