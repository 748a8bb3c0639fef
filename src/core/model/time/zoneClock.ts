import { type ClockChange, findClockChanges } from './findClockChanges';
import { temporal } from './lazyTemporal';
import { storedOffset } from './zoneOffsets';

/** Milliseconds of a day without a clock change. */
export const dayMs = 86_400_000;

/** A moment as a clock on a wall shows it. */
interface WallTime {
  /** Days since 1970-01-01, by the local calendar. */
  readonly day: number;
  /** Minutes since local midnight, as the clock shows them. */
  readonly minute: number;
}

/** What a clock in a zone shows at a moment (milliseconds since 1970). */
export function wallTime(epochMs: number, zone: string): WallTime {
  const near = steadyOffset(zone, Math.floor(epochMs / dayMs));
  const local = epochMs + (near ?? offsetAt(zone, epochMs));
  const day = Math.floor(local / dayMs);
  return { day, minute: Math.floor((local - day * dayMs) / 60_000) };
}

/**
 * The moment at which a clock in a zone shows a time: the first one of a doubled time; a skipped time is moved later
 * by the length of the gap. From 1440 on the minutes are those of the next day.
 */
export function momentAt(day: number, minute: number, zone: string): number {
  const asUtc = day * dayMs + minute * 60_000;
  const steady = steadyOffset(zone, Math.floor(asUtc / dayMs));
  if (steady !== undefined) return asUtc - steady;
  const wall = new Date(asUtc).toISOString().slice(0, 19);
  return temporal().PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/**
 * The moment at which a clock in a zone first shows a time or a later one. Other than `momentAt` it never puts what
 * begins in a skipped hour behind what ends in it. From 1440 on the minutes are those of the next day.
 */
export function clockReaches(day: number, minute: number, zone: string): number {
  const moment = momentAt(day, minute, zone);
  if (steadyOffset(zone, day + Math.floor(minute / 1440)) !== undefined) return moment;
  const shown = wallTime(moment, zone);
  if (shown.day * 1440 + shown.minute === day * 1440 + minute) return moment;
  return clockChanges(zone, moment - 2 * dayMs, moment).at(-1)?.at ?? moment;
}

/** The day of a text such as `2026-11-24`, in days since 1970; undefined where there is no such day. */
export function dayOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  const same = new Date(ms).getUTCMonth() === month - 1 && new Date(ms).getUTCDate() === day;
  return same && year >= 100 ? ms / dayMs : undefined;
}

/** A day as text: `2026-11-24`. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The same day of the next month, or that month's last one. */
export function sameDayNextMonth(day: number): number {
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const last = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  return Date.UTC(year, month + 1, Math.min(date.getUTCDate(), last)) / dayMs;
}

const offsets = new Map<string, Map<number, number | undefined>>();

/**
 * The zone's offset in milliseconds on a day; undefined near a clock change. Answers are cached, since the days of
 * records repeat and asking for an offset is slow.
 */
export function steadyOffset(zone: string, day: number): number | undefined {
  let days = offsets.get(zone);
  if (!days || days.size > 5000) {
    days = new Map();
    if (offsets.size > 100) offsets.clear();
    offsets.set(zone, days);
  }
  const known = days.get(day);
  if (known !== undefined || days.has(day)) return known;
  const before = offsetAt(zone, (day - 1) * dayMs);
  const calm = before === offsetAt(zone, (day + 2) * dayMs) ? before : undefined;
  days.set(day, calm);
  return calm;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone's offset at a moment, in milliseconds. */
export function offsetAt(zone: string, epochMs: number): number {
  return storedOffset(zone, epochMs, (moment) => machineOffset(zone, moment)) ?? machineOffset(zone, epochMs);
}

/** The clock changes of a zone after `from`, up to `to`, in order. */
export function clockChanges(zone: string, from: number, to: number): ClockChange[] {
  return findClockChanges((moment) => offsetAt(zone, moment), from, to);
}

function machineOffset(zone: string, epochMs: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(format.format(epochMs));
  if (!offset) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
}
