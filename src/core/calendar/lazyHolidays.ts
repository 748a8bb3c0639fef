import type { Localized } from '../model/text/localized';

/** The part of the library that is used; its own types are looser. */
interface HolidayLibrary {
  setTimezone(timezone: string): void;
  getHolidays(year: number, language: string): readonly LibraryHoliday[] | undefined;
  getCountries(language: string): { readonly [code: string]: string };
  getStates(country: string): { readonly [code: string]: string } | undefined;
  getRegions(country: string, state: string): { readonly [code: string]: string } | undefined;
}

interface LibraryHoliday {
  /** `2026-12-08 00:00:00`, followed by an offset where the day begins at sunset. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

type LibraryClass = new (country?: string, state?: string, region?: string) => HolidayLibrary;

let loaded: LibraryClass | undefined;

/**
 * The library of public holidays, loaded when a record first needs the holidays of a country. It is larger than all
 * other code together, so the bundles have it in a file of its own.
 */
function library(): LibraryClass {
  if (loaded) return loaded;
  // Some bundles give the class itself and others a module with it.
  const module = require('date-holidays') as LibraryClass | { default: LibraryClass };
  loaded = 'default' in module ? module.default : module;
  return loaded;
}

/** A public holiday: its first day (`2026-12-08`), its length in days, its name. */
export interface PublicHoliday {
  readonly date: string;
  readonly days: number;
  readonly name: Localized;
}

/** A holiday of the library as plain data. */
interface RawHoliday {
  readonly date: string;
  readonly name: string;
  readonly type: string;
  readonly lengthMs: number;
}

/** The holidays of a year as the library gives them, in English and in Spanish. */
export type RawYear = readonly [english: readonly RawHoliday[], spanish: readonly RawHoliday[]];

/**
 * Asks the library for a year. It must use nothing outside of it, since its source text also runs in a browser's worker.
 *
 * @param region code of a state, or of a region inside one: `CT`, `BY-A`
 */
export function queryHolidays(
  Holidays: LibraryClass,
  country: string,
  region: string | undefined,
  year: number,
): RawYear {
  const [state, part] = (region ?? '').split('-', 2);
  const calendar = new Holidays(country, state || undefined, part);
  // When a day begins on the clocks of its country is not asked here, and takes most of the time to find out.
  calendar.setTimezone('');
  const [english = [], spanish = []] = ['en', 'es'].map((language) =>
    (calendar.getHolidays(year, language) ?? []).map(({ date, start, end, name, type }) => {
      return { date, name, type, lengthMs: end.getTime() - start.getTime() };
    }),
  );
  return [english, spanish];
}

/** The public holidays in a year of the library, without half days. */
export function publicHolidaysIn([english, spanish]: RawYear): PublicHoliday[] {
  const names = new Map(spanish.map(({ date, name }) => [date, name]));
  return english
    .filter(({ type, date }) => type === 'public' && /^\d{4}-\d{2}-\d{2} 00:00/.test(date))
    .map(({ date, name, lengthMs }) => ({
      date: date.slice(0, 10),
      days: Math.max(1, Math.round(lengthMs / 86_400_000)),
      name: { en: name, es: names.get(date) ?? name },
    }));
}

/** The public holidays of a country or region in one year. */
export function holidaysOf(country: string, region: string | undefined, year: number): PublicHoliday[] {
  return publicHolidaysIn(queryHolidays(library(), country, region, year));
}

/** All countries of the library, with the codes of their regions. */
export function knownRegions(): { country: string; regions: string[] }[] {
  const all = new (library())();
  return Object.keys(all.getCountries('en'))
    .sort()
    .map((country) => {
      const states = Object.keys(all.getStates(country) ?? {});
      const regions = states.flatMap((state) => [
        state,
        ...Object.keys(all.getRegions(country, state) ?? {}).map((part) => `${state}-${part}`),
      ]);
      return { country, regions };
    });
}
