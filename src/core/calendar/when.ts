import { dayMs, weekdayOf } from '../model/time/zoneClock';
import type { ConfigPlace } from './configPlace';

/** Minutes since local midnight; an end after 1440 is on the next day. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** A time of a local clock: a day since 1970, and the minutes since its midnight. */
export interface LocalTime {
  readonly day: number;
  readonly minute: number;
}

interface AnyWhen {
  /** The zone of its days and hours; undefined for that of the record. */
  readonly zone?: string;
  /** Days on which it is not. */
  readonly except?: ReadonlySet<number>;
}

/** One period, its end not included. */
export interface DatedWhen extends AnyWhen {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** Spans on days that come again. What is undefined leaves no day out. */
export interface RecurringWhen extends AnyWhen {
  readonly start?: undefined;
  readonly spans: readonly MinuteSpan[];
  /** Days of the week, Monday 0. */
  readonly days?: ReadonlySet<number>;
  /** Which of the days of one name in a month: from 1 on, or from -1 back. */
  readonly weeks?: ReadonlySet<number>;
  /** Days of the month: from 1 on, or from -1 back. */
  readonly monthDays?: ReadonlySet<number>;
  readonly since?: number;
  readonly until?: number;
}

/** When something is. */
export type When = DatedWhen | RecurringWhen;

/** What the configuration gives a time, and for whom it holds. */
export interface Timed {
  readonly when: When;
  /** Keys of the customers that it holds for; undefined for all. */
  readonly customers?: ReadonlySet<string>;
  /** The environments that it holds for as they are written, by their `plainName`; undefined for all. */
  readonly environments?: ReadonlyMap<string, string>;
  /** Whether it is an error, or a warning, to go against it; undefined where the rule decides. */
  readonly hard?: boolean;
  readonly at: ConfigPlace;
}

/** Where a day stands in its week and its month. */
export interface DayPlace {
  /** Monday 0. */
  readonly weekday: number;
  /** From 1 on. */
  readonly ofMonth: number;
  /** From the last day of the month back, which is 1. */
  readonly fromEnd: number;
}

/** Where a day (since 1970) stands in its week and its month. */
export function dayPlace(day: number): DayPlace {
  const date = new Date(day * dayMs);
  const ofMonth = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return { weekday: weekdayOf(day), ofMonth, fromEnd: length - ofMonth + 1 };
}

/** Whether a day's place in its week and its month is one of those that come again. */
export function hasPlace(
  { days, weeks, monthDays }: RecurringWhen,
  { weekday, ofMonth, fromEnd }: DayPlace,
): boolean {
  if (days && !days.has(weekday)) return false;
  if (monthDays && !monthDays.has(ofMonth) && !monthDays.has(-fromEnd)) return false;
  return !weeks || weeks.has(Math.ceil(ofMonth / 7)) || weeks.has(-Math.ceil(fromEnd / 7));
}

/** Whether something that comes again begins on a day. */
export function beginsOn(when: RecurringWhen, day: number, place: DayPlace): boolean {
  if (when.since !== undefined && day < when.since) return false;
  if (when.until !== undefined && day > when.until) return false;
  return hasPlace(when, place) && !when.except?.has(day);
}

/** Whether the whole of a day belongs to a time. */
export function coversDay(when: When, day: number, place: DayPlace): boolean {
  if (when.start === undefined)
    return beginsOn(when, day, place) && when.spans.some(({ from, to }) => from === 0 && to >= 1440);
  if (when.except?.has(day)) return false;
  const begun = when.start.day < day || (when.start.day === day && when.start.minute === 0);
  return begun && (when.end.day > day || (when.end.day === day && when.end.minute >= 1440));
}

/** Whether a time is made of whole days, by the clock of its own zone. */
export function isWholeDays(when: When): boolean {
  if (when.start === undefined) return when.spans.every(({ from, to }) => from === 0 && to === 1440);
  return when.start.minute === 0 && when.end.minute % 1440 === 0;
}

/** The environments of a change under all of their names, as `plainName` has them; undefined for any. */
export type Environments = ReadonlySet<string> | undefined;

/** Whether something holds for a customer, by key. */
export function isFor({ customers }: Timed, customer: string | undefined): boolean {
  return !customers || (customer !== undefined && customers.has(customer));
}

/** Whether something holds for one of some environments. */
export function isIn({ environments: own }: Timed, environments: Environments): boolean {
  if (!own || !environments) return true;
  for (const name of environments) if (own.has(name)) return true;
  return false;
}
