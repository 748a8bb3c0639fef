import type { LocalTime } from '../calendar/when';
import { locate } from '../model/parse/located';
import type { FieldPath } from '../model/parse/problem';
import { readDate } from '../model/time/dateTime';
import { minuteOf } from '../model/time/localText';
import { dayOf } from '../model/time/zoneClock';
import type { ConfigType } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report } from './readConfigFile';

export const dayMinutes = 1440;

type Target = ConfigFile<ConfigType>;

/** The words that say when something begins and ends; `date` is the day of both. */
export interface WrittenEnds {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One end as it is written: a day, an hour, or both. */
interface WrittenEnd {
  readonly day?: number;
  readonly minute?: number;
}

export interface Ends {
  readonly from: WrittenEnd | undefined;
  readonly to: WrittenEnd | undefined;
}

/** Reads when something begins and ends. What is wrong is reported, and undefined is returned. */
export function readEnds(target: Target, path: FieldPath, { date, from, to }: WrittenEnds): Ends | undefined {
  const first = readEnd(target, [...path, 'from'], from);
  const last = readEnd(target, [...path, 'to'], to);
  if (first === 'wrong' || last === 'wrong') return undefined;
  if (date === undefined) return { from: first, to: last };
  const day = realDay(date);
  if (day === undefined) return undefined;
  // The hours of one day; a day beside it would be another word for the same.
  const other = first?.day === undefined ? (last?.day === undefined ? undefined : 'to') : 'from';
  if (other) return wrong(target, [...path, other], 'dateTwice');
  return { from: { ...first, day }, to: last };
}

/** A day, a day with an hour, or an hour. */
const endPattern = /^(\d{4}-\d{2}-\d{2})?(?:(?:^|[T ] *)((?:[01]?\d|2[0-3]):[0-5]\d|24:00)(?::00)?)?$/i;

function readEnd(
  target: Target,
  path: FieldPath,
  text: string | undefined,
): WrittenEnd | undefined | 'wrong' {
  if (text === undefined) return undefined;
  const [, date, clock] = endPattern.exec(text.trim()) ?? [];
  const minute = clock === undefined ? undefined : minuteOf(clock.padStart(5, '0'));
  const value = text.slice(0, 60);
  if (date === undefined && minute === undefined) {
    wrong(target, path, 'notWhen', { value });
    return 'wrong';
  }
  if (date === undefined) return { minute: minute ?? 0 };
  const day = realDay(date);
  if (day === undefined) {
    wrong(target, path, 'day', { value });
    return 'wrong';
  }
  return { day, ...(minute === undefined ? {} : { minute }) };
}

/** The end of a period; an hour without a day is on the first one, or on the day after where it is not later. */
export function endOf(start: LocalTime, from: WrittenEnd | undefined, to: WrittenEnd | undefined): LocalTime {
  const minute = to?.minute ?? dayMinutes;
  if (to?.day !== undefined) return { day: to.day, minute };
  const isNextDay = to?.minute !== undefined && from?.minute !== undefined && minute <= from.minute;
  return { day: isNextDay ? start.day + 1 : start.day, minute };
}

/** A day since 1970; undefined where a text is none, which readConfigFile reports. */
export function realDay(text: string | undefined): number | undefined {
  return text === undefined || readDate(text) ? undefined : dayOf(text);
}

/** Reports what is wrong with the value at a path. */
export function wrong(
  target: Target,
  path: FieldPath,
  message: string,
  args: { readonly [name: string]: string } = {},
): undefined {
  const { node } =
    locate(target.located, path) ?? locate(target.located, path.slice(0, -1)) ?? target.located;
  report(target, message, node.range, args);
}
