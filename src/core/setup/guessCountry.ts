import { holidayRegions } from '../calendar/holidayRegions';

type ZonedLocale = Intl.Locale & {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
};

/** The country whose holidays are known in which a time zone lies; that of the locale first, where it has the zone. */
export function guessCountry(zone: string, region: string | undefined): string | undefined {
  const first = region !== undefined && Object.hasOwn(holidayRegions, region) ? [region] : [];
  return [...first, ...Object.keys(holidayRegions)].find((country) => zonesOf(country).includes(zone));
}

function zonesOf(country: string): readonly string[] {
  const locale: ZonedLocale = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
