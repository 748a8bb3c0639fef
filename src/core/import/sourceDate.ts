import { dateOf, dayMs, momentAt } from '../model/time/zoneClock';

/** Whether the day or the month comes first in dates that write both as numbers. */
export type DateOrder = 'dmy' | 'mdy';

/** A date as an export writes it. Where the order decides, `first` and `second` are its first numbers. */
interface WrittenDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly first?: number;
  readonly second?: number;
  /** Minutes since midnight; undefined where only the day is written. */
  readonly minute?: number;
  /** Minutes east of UTC, where that is written. */
  readonly offset?: number;
}

/** A day, and a moment where the time of the day is known. */
export interface SourceDate {
  readonly day: string;
  readonly moment: number | undefined;
}

const clock =
  '(?:[T ,]+(\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s*([ap])\\.?\\s?m\\.?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?$';
const yearFirst = new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})${clock}`, 'i');
const numbers = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${clock}`, 'i');
const dayFirst = new RegExp(
  `^(\\d{1,2})[ /.-](?:de )?(\\p{L}{3,10})\\.?[ /.-](?:de )?(\\d{4}|\\d{2})${clock}`,
  'iu',
);
const monthFirst = new RegExp(`^(\\p{L}{3,10})\\.? (\\d{1,2}),? (\\d{4})${clock}`, 'iu');
const months = [
  ...['jan|ene', 'feb', 'mar', 'apr|abr', 'may', 'jun', 'jul', 'aug|ago', 'sep|set', 'oct', 'nov', 'dec|dic'],
].map((names) => new RegExp(`^(?:${names})`, 'i'));

/** Seconds or milliseconds since 1970, of this century. */
const sinceEpoch = /^(?:1\d{9}|1\d{12})$/;
/** Days since the end of 1899, as spreadsheets store a moment: of the years 2000 to 2099. */
const serial = /^(?:3[6-9]|[4-6]\d|7[0-2])\d{3}(?:\.\d+)?$/;
/** The short form of ISO 8601. */
const shortIso = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom)[\p{L}]{0,8}\.?,? (?=[\p{L}\d])/iu;

/** A text as the usual forms of a date have it. */
function usual(text: string): string {
  const said = text.trim().replace(/\s+/g, ' ');
  if (sinceEpoch.test(said)) return new Date(Number(said) * (said.length === 10 ? 1000 : 1)).toISOString();
  if (serial.test(said)) return ofSerial(Number(said));
  const plain = said.replace(
    shortIso,
    (_, year, month, day, hour, minute, second, zone) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${zone ?? ''}`,
  );
  return monthFirst.test(plain) ? plain : plain.replace(weekday, '');
}

function ofSerial(days: number): string {
  const minutes = Math.round((days - 25_569) * 1440);
  const [day = '', time = ''] = new Date(minutes * 60_000).toISOString().split('T');
  return minutes % 1440 === 0 ? day : `${day} ${time.slice(0, 5)}`;
}

function written(text: string): WrittenDate | undefined {
  const said = usual(text);
  if (said.length < 6 || said.length > 60) return undefined;
  const iso = yearFirst.exec(said);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), ...timeIn(iso) };
  const plain = numbers.exec(said);
  if (plain)
    return { year: yearOf(plain[3]), first: Number(plain[1]), second: Number(plain[2]), ...timeIn(plain) };
  const named = dayFirst.exec(said);
  if (named)
    return { year: yearOf(named[3]), month: monthOf(named[2]), day: Number(named[1]), ...timeIn(named) };
  const american = monthFirst.exec(said);
  if (!american) return undefined;
  return {
    year: yearOf(american[3]),
    month: monthOf(american[1]),
    day: Number(american[2]),
    ...timeIn(american),
  };
}

function yearOf(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(name = ''): number {
  return months.findIndex((month) => month.test(name)) + 1;
}

function timeIn(match: RegExpExecArray): Pick<WrittenDate, 'minute' | 'offset'> {
  const [hour, minute, half, offset] = match.slice(-4);
  if (hour === undefined) return {};
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const [, sign, east = '0', more = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '') ?? [];
  const minutes = (sign === '-' ? -1 : 1) * (Number(east) * 60 + Number(more));
  return { minute: hours * 60 + Number(minute), ...(offset === undefined ? {} : { offset: minutes }) };
}

/** What dates say of their order: what one of them can only mean, `both` where they contradict, else `unclear`. */
export function orderOf(texts: Iterable<string>): {
  readonly order: DateOrder | 'both' | 'unclear' | 'none';
  /** A date that can be read in two ways. */
  readonly example?: string;
} {
  const seen = new Set<DateOrder>();
  let example: string | undefined;
  for (const text of texts) {
    const { first = 0, second = 0 } = written(text) ?? {};
    if (first > 12 && second <= 12) seen.add('dmy');
    else if (second > 12 && first <= 12) seen.add('mdy');
    else if (first > 0 && first !== second) example ??= text.trim();
  }
  const [only] = seen;
  if (seen.size > 1) return { order: 'both', ...(example ? { example } : {}) };
  return only ? { order: only } : example ? { order: 'unclear', example } : { order: 'none' };
}

/**
 * Reads a date. What is written without an offset is in the given zone; a time that its clocks skipped is moved as they
 * were, and of a doubled one the first is taken.
 *
 * @returns undefined where the text is no date, or names a day that does not exist
 */
export function readSourceDate(text: string, order: DateOrder, zone: string): SourceDate | undefined {
  const date = written(text);
  if (!date) return undefined;
  const { year, first = 0, second = 0, minute, offset } = date;
  const month = date.month ?? (order === 'dmy' ? second : first);
  const day = date.day ?? (order === 'dmy' ? first : second);
  const midnight = Date.UTC(year, month - 1, day);
  const exists = new Date(midnight).getUTCMonth() === month - 1 && new Date(midnight).getUTCDate() === day;
  if (!exists || year < 1970 || year > 2200 || (minute ?? 0) >= 1440) return undefined;
  const days = midnight / dayMs;
  if (minute === undefined) return { day: dateOf(days), moment: undefined };
  const moment = offset === undefined ? momentAt(days, minute, zone) : midnight + (minute - offset) * 60_000;
  return { day: dateOf(days), moment };
}
