import { dateOf, dayOf, momentAt, weekdayOf } from '../model/time/zoneClock';

/** Days from the first to the last, both included, in days since 1970. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** More days than these are split into weeks, and into months. */
export const mostDaysTogether = 10;
const mostDaysInWeeks = 70;

/** The week of a day, from Monday. */
export function weekOf(day: number): DayRange {
  const first = day - weekdayOf(day);
  return { first, last: first + 6 };
}

/** The month of a day. */
export function monthOf(day: number): DayRange {
  const first = dayOf(`${dateOf(day).slice(0, 8)}01`) ?? day;
  // 31 days after the first day is always the next month.
  const next = dayOf(`${dateOf(first + 31).slice(0, 8)}01`) ?? first + 31;
  return { first, last: next - 1 };
}

/**
 * Splits days into bands that are drawn side by side: a few days stay together, more are split into whole weeks, and
 * more than ten weeks into whole months.
 */
export function bandsOf({ first, last }: DayRange): DayRange[] {
  const count = last - first + 1;
  if (count <= mostDaysTogether) return [{ first, last }];
  const cut = count <= mostDaysInWeeks ? weekOf : monthOf;
  const whole = monthOf(first);
  if (whole.first === first && whole.last === last) return [whole];
  const bands: DayRange[] = [];
  for (let day = first; day <= last; ) {
    const band = cut(day);
    bands.push(band);
    day = band.last + 1;
  }
  return bands;
}

/** The moments at which days begin and end in a zone. A day with a clock change has 23 or 25 hours. */
export function momentsOf({ first, last }: DayRange, zone: string): { start: number; end: number } {
  return { start: momentAt(first, 0, zone), end: momentAt(last + 1, 0, zone) };
}

/** The number of a day's week by ISO 8601. */
export function weekNumber(day: number): number {
  const thursday = day - weekdayOf(day) + 3;
  const year = dateOf(thursday).slice(0, 4);
  return Math.floor((thursday - (dayOf(`${year}-01-01`) ?? thursday)) / 7) + 1;
}
