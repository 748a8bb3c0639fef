import type { Localized } from '../model/text/localized';

/** What is used of the library; its own types hold more, and all of it loosely. */
interface HolidayLibrary {
  getHolidays(year: number, language: string): readonly LibraryHoliday[] | undefined;
  getCountries(language: string): { readonly [code: string]: string };
  getStates(country: string): { readonly [code: string]: string } | undefined;
  getRegions(country: string, state: string): { readonly [code: string]: string } | undefined;
}

interface LibraryHoliday {
  /** `2026-12-08 00:00:00`, with a shift behind it where the day begins at sunset. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

type LibraryClass = new (country?: string, state?: string, region?: string) => HolidayLibrary;

let loaded: LibraryClass | undefined;

/**
 * The library of public holidays, loaded when a record first needs the holidays of a country: it knows all of the
 * world and is larger than everything else together, so the bundles keep it in a file of its own.
 */
function library(): LibraryClass {
  if (loaded) return loaded;
  // A bundle gives the class itself or a module that holds it, by the way it was made.
  const module = require('date-holidays') as LibraryClass | { default: LibraryClass };
  loaded = 'default' in module ? module.default : module;
  return loaded;
}

/** A public holiday: its day as written (`2026-12-08`), how many days it takes, its name. */
export interface PublicHoliday {
  readonly date: string;
  readonly days: number;
  readonly name: Localized;
}

/** A holiday as the library tells of it, as plain data. */
export interface RawHoliday {
  readonly date: string;
  readonly name: string;
  readonly type: string;
  readonly lengthMs: number;
}

/** What the library tells of a year, in English and in Spanish. */
export type RawYear = readonly [english: readonly RawHoliday[], spanish: readonly RawHoliday[]];

/**
 * Asks the library for a year. It needs nothing around it: a browser runs its text beside the editor.
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
  const [english = [], spanish = []] = ['en', 'es'].map((language) =>
    (calendar.getHolidays(year, language) ?? []).map(({ date, start, end, name, type }) => ({
      ...{ date, name, type },
      lengthMs: end.getTime() - start.getTime(),
    })),
  );
  return [english, spanish];
}

/** The public holidays among what the library told, half days left out. */
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

/** The public holidays of a country or a region of it in one year. */
export function holidaysOf(country: string, region: string | undefined, year: number): PublicHoliday[] {
  return publicHolidaysIn(queryHolidays(library(), country, region, year));
}

/** Every country that the library knows, with the codes of its regions. */
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
