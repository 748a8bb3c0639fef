import { readDateTime, type TimeProblem } from './dateTime';
import { clockText } from './localText';
import { nowWords, plainWords, spokenDay, spokenSpan } from './spokenWords';
import { dateOf, dayOf, wallTime, weekdayOf } from './zoneClock';

/** Where and when words are said. */
export interface SpokenAt {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of a zone that exists. */
  readonly zone: string;
  /** Whether they are about what has happened: `22:00` is then the last one, else the next one. */
  readonly past?: boolean;
}

/** Why words are no moment: `twoDays` and `twoHours` may mean either of two. */
type SpokenProblem = TimeProblem | 'twoDays' | 'twoHours';

/** What was not understood, and the two that it may mean where there are two. */
export interface NotUnderstood {
  readonly ok: false;
  readonly problem: SpokenProblem;
  readonly either?: readonly [string, string];
}

/** A moment that was said. `inWords` means that the text itself is none that a record may hold. */
type SaidMoment =
  | { readonly ok: true; readonly epochMs: number; readonly local: boolean; readonly inWords: boolean }
  | NotUnderstood;

/** A day that was said, in days since 1970. */
type SaidDay = { readonly ok: true; readonly day: number; readonly inWords: boolean } | NotUnderstood;

const minuteMs = 60_000;

/**
 * The moment that a person says, in English or Spanish: as records write it, or as `now`, `03:15`, `tomorrow 22:00`,
 * `tuesday at 21:00`, `in 2h`, `2 hours ago`, `hoy a las 22`. A time without a day is the next such time. What may mean
 * two moments is none.
 */
export function spokenMoment(text: string, at: SpokenAt): SaidMoment {
  const written = readDateTime(text, at.zone);
  if (written.ok) return { ...written, inWords: false };
  if (written.problem !== 'notDateTime' || text.length > 60) return written;
  const words = plainWords(text);
  const minute = Math.floor(at.now / minuteMs) * minuteMs;
  if (nowWords.has(words)) return { ok: true, epochMs: minute, local: false, inWords: true };
  const distance = distanceIn(words);
  if (distance && 'minutes' in distance)
    return { ok: true, epochMs: minute + distance.minutes * minuteMs, local: false, inWords: true };
  if (distance) {
    const wall = wallTime(at.now, at.zone);
    return momentOn(wall.day + distance.days, clockText(wall.minute), at.zone);
  }
  return dayAndClock(words, at);
}

/** The day that a person says: as records write it, or as `today`, `mañana`, `tuesday`, `in 3 days`. */
export function spokenDate(text: string, at: SpokenAt): SaidDay {
  const words = plainWords(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) {
    const day = dayOf(words);
    return day === undefined ? { ok: false, problem: 'noSuchDay' } : { ok: true, day, inWords: false };
  }
  const distance = text.length > 60 ? undefined : distanceIn(words);
  if (distance && 'days' in distance)
    return { ok: true, day: wallTime(at.now, at.zone).day + distance.days, inWords: true };
  return text.length > 60 ? { ok: false, problem: 'notDate' } : dayIn(words, at);
}

/** How far from now: `in 2h`, `en 2 horas`, `2 hours ago`, `hace 3 días`. */
function distanceIn(words: string): ReturnType<typeof spokenSpan> {
  const [, ahead] = /^(?:in|en|dentro de) (.+)$/.exec(words) ?? [];
  if (ahead) return spokenSpan(ahead);
  const behind = /^(.+) ago$/.exec(words)?.[1] ?? /^hace (.+)$/.exec(words)?.[1];
  const span = behind === undefined ? undefined : spokenSpan(behind);
  if (!span) return undefined;
  return 'days' in span ? { days: -span.days } : { minutes: -span.minutes };
}

const clock = /^(?:(.+?) )??(at |a las? )?(\d{1,2})(?::(\d{2}))?(?: ?(h|hrs?|am|pm|a\.m\.|p\.m\.))?$/;

function dayAndClock(words: string, at: SpokenAt): SaidMoment {
  const match = clock.exec(words.replaceAll(',', ''));
  const minute = match ? minuteIn(match) : undefined;
  if (!match || minute === undefined) {
    const isDay = dayIn(words, at).ok || spokenDay(words) !== undefined;
    return { ok: false, problem: isDay ? 'noTime' : 'notDateTime' };
  }
  if (typeof minute === 'object') return minute;
  if (match[1] === undefined) return momentOn(nearestDay(minute, at), clockText(minute), at.zone);
  const said = dayIn(match[1], at, minute);
  if (said.ok) return momentOn(said.day, clockText(minute), at.zone);
  return said.problem === 'notDate' ? { ok: false, problem: 'notDateTime' } : said;
}

/** Minutes since midnight of `22:00`, `at 22` or `10 pm`; undefined where that is no time. */
function minuteIn([, , at, hours = '', minutes, half]: RegExpExecArray): number | NotUnderstood | undefined {
  // A bare number may be anything.
  if (minutes === undefined && at === undefined && half === undefined) return undefined;
  const [hour, rest] = [Number(hours), Number(minutes ?? 0)];
  const isHalf = half !== undefined && /^[ap]/.test(half);
  if (hour > 23 || rest > 59 || (isHalf && (hour < 1 || hour > 12))) return undefined;
  if (isHalf) return ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + rest;
  const isSure = minutes !== undefined || half !== undefined || hours.startsWith('0') || hour > 12;
  if (isSure) return hour * 60 + rest;
  const either = [clockText(hour * 60), clockText((hour + 12) * 60)] as const;
  return { ok: false, problem: 'twoHours', either };
}

/** The day on which the clock next shows a time, or last did. */
function nearestDay(minute: number, { now, zone, past }: SpokenAt): number {
  const wall = wallTime(now, zone);
  if (past) return minute <= wall.minute ? wall.day : wall.day - 1;
  return minute >= wall.minute ? wall.day : wall.day + 1;
}

/**
 * The day that words name. Where it is the weekday of today, that may mean today or the one a week away, unless the time
 * on it leaves only one.
 */
function dayIn(words: string, { now, zone, past }: SpokenAt, minute?: number): SaidDay {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(words) ? dayOf(words) : undefined;
  if (written !== undefined) return { ok: true, day: written, inWords: true };
  const said = spokenDay(words);
  if (!said) return { ok: false, problem: 'notDate' };
  const wall = wallTime(now, zone);
  if ('inDays' in said) return { ok: true, day: wall.day + said.inDays, inWords: true };
  const ahead = (said.weekday - weekdayOf(wall.day) + 7) % 7;
  if (ahead !== 0) return { ok: true, day: wall.day + (past ? ahead - 7 : ahead), inWords: true };
  const other = wall.day + (past ? -7 : 7);
  const isOver = minute !== undefined && (past ? minute > wall.minute : minute < wall.minute);
  if (isOver) return { ok: true, day: other, inWords: true };
  return { ok: false, problem: 'twoDays', either: [dateOf(wall.day), dateOf(other)] };
}

function momentOn(day: number, time: string, zone: string): SaidMoment {
  const read = readDateTime(`${dateOf(day)} ${time}`, zone);
  return read.ok ? { ...read, inWords: true } : read;
}
