import { ownCopy } from '../text/ownCopy';
import { temporal } from './lazyTemporal';
import { dayMs, steadyOffset } from './zoneClock';

const dateTimePattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Why a text is not a valid moment. */
export type TimeProblem = 'notDateTime' | 'notDate' | 'noTime' | 'noSuchDay' | 'skipped' | 'doubled';

/** A moment, or why the text is not one. `local` means that it was written without an offset. */
type TimeResult =
  | { readonly ok: true; readonly epochMs: number; readonly local: boolean }
  | { readonly ok: false; readonly problem: TimeProblem };

/**
 * Reads an ISO 8601 date-time with an offset, or a local one in `zone`.
 *
 * @param zone IANA name of a zone that exists
 */
export function readDateTime(text: string, zone: string): TimeResult {
  if (text.length > 40) return readMoment(text, zone);
  if (zone !== momentsZone || moments.size > 200) {
    moments.clear();
    momentsZone = zone;
  }
  const known = moments.get(text);
  if (known) return known;
  const own = ownCopy(text);
  const result = readMoment(own, zone);
  moments.set(own, result);
  return result;
}

/** Moments by text, of the zone asked for last: several rules ask for the same times of a record in a row. */
const moments = new Map<string, TimeResult>();
let momentsZone = '';

function readMoment(text: string, zone: string): TimeResult {
  const match = dateTimePattern.exec(text.trim());
  if (!match) return { ok: false, problem: 'notDateTime' };
  const [, year, month, day, hour, minute, second, offset] = match;
  if (!dayExists(Number(year), Number(month), Number(day))) return { ok: false, problem: 'noSuchDay' };
  if (hour === undefined) return { ok: false, problem: 'noTime' };
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return { ok: false, problem: 'notDateTime' };
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const asUtc = Date.UTC(date.year, date.month - 1, date.day, clock.hour, clock.minute, clock.second);
  if (offset === undefined) return localMoment({ ...date, ...clock }, asUtc, zone);
  const minutes = offsetMinutes(offset);
  if (minutes === undefined) return { ok: false, problem: 'notDateTime' };
  return { ok: true, epochMs: asUtc - minutes * 60_000, local: false };
}

/** Why a text is not a calendar day; undefined where it is one. Of a date-time only the day is checked. */
export function readDate(text: string): TimeProblem | undefined {
  const match = dateTimePattern.exec(text.trim());
  if (!match) return 'notDate';
  return dayExists(Number(match[1]), Number(match[2]), Number(match[3])) ? undefined : 'noSuchDay';
}

/** Whether this machine knows a time zone by its name. */
export function zoneExists(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  if (zones.size > 1000) zones.clear();
  // The list has the usual names and takes a tenth of the time of the first `Intl.DateTimeFormat`.
  const exists = Intl.supportedValuesOf('timeZone').includes(zone) || formatsDates(zone);
  zones.set(zone, exists);
  return exists;
}

function formatsDates(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Answers by zone: asking the machine is slow, and all records of a customer ask for the same zone. */
const zones = new Map<string, boolean>();

function dayExists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function offsetMinutes(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function localMoment(wall: Wall, asUtc: number, zone: string): TimeResult {
  const calm = steadyOffset(zone, Math.floor(asUtc / dayMs));
  if (calm !== undefined) return { ok: true, epochMs: asUtc - calm, local: true };
  const plain = temporal().PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { ok: true, epochMs: earlier.epochMilliseconds, local: true };
  }
  return { ok: false, problem: earlier.toPlainDateTime().equals(plain) ? 'doubled' : 'skipped' };
}

/** Milliseconds since 1970 of a date-time in a zone; undefined where it is missing or not valid. */
export function momentOf(text: string | undefined, zone: string): number | undefined {
  const result = text ? readDateTime(text, zone) : undefined;
  return result?.ok ? result.epochMs : undefined;
}
