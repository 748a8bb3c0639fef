import type { Language } from '../text/localized';
import { dateOf, weekdayOf } from '../time/zoneClock';
import { dayChoice } from './choices';

// Written out here rather than asked of the machine, whose words change with its version.
const months: { readonly [L in Language]: readonly string[] } = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const weekdays = Object.values(dayChoice.choices).map(([, meaning]) => meaning);

/** The month of a day, in days since 1970: `November`, `noviembre`. */
export function monthName(day: number, language: Language): string {
  return months[language][Number(dateOf(day).slice(5, 7)) - 1] ?? '';
}

/** The day of the week: `Wednesday`, `miércoles`. */
export function weekdayName(day: number, language: Language): string {
  const name = weekdays[weekdayOf(day)]?.[language] ?? '';
  return language === 'es' ? name.toLowerCase() : name;
}

/** The number of a day in its month. */
export function dayNumber(day: number): number {
  return Number(dateOf(day).slice(8));
}
