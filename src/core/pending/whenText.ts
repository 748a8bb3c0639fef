import { fillIn, type Language, type Localized } from '../model/text/localized';
import { minutesText } from '../model/time/duration';
import { clockText } from '../model/time/localText';
import { phaseAt } from '../model/time/phaseWindows';
import { dayMs, momentAt, wallTime } from '../model/time/zoneClock';
import type { PendingRow } from './pendingRow';
import { type Expiring, isBeyondRelease, isReleasing } from './pendingWindow';

const minute = 60_000;
const hour = 60 * minute;
const never = Number.POSITIVE_INFINITY;

const texts = {
  none: { en: 'no schedule', es: 'sin programar' },
  late: { en: '{time} late', es: '{time} tarde' },
  overrun: { en: 'overrun by {time}', es: 'excedido en {time}' },
  left: { en: '{time} left', es: '{count|queda|quedan} {time}' },
  ahead: { en: 'in {time}', es: 'en {time}' },
  tomorrow: { en: 'tomorrow {time}', es: 'mañana {time}' },
  running: { en: 'under way', es: 'en curso' },
  testing: { en: 'in testing', es: 'en pruebas' },
  now: { en: 'starts now', es: 'empieza ya' },
  days: { en: '{count} {count|day|days}', es: '{count} {count|día|días}' },
} satisfies { [id: string]: Localized };

function say(id: keyof typeof texts, language: Language, args: Parameters<typeof fillIn>[1] = {}): string {
  return fillIn(texts[id][language], args);
}

/** The time to or since a change's window, in words, and until when that is valid. */
export function whenText(row: PendingRow, now: number, language: Language): Expiring<string> {
  const { start, end = start } = row;
  if (row.unreadable) return { value: '', until: never };
  if (start === undefined || end === undefined) return { value: say('none', language), until: never };
  if (isBeyondRelease(row)) return { value: say('testing', language), until: never };
  if (isReleasing(row)) {
    // Whoever goes back awaits no further phase.
    if (row.goesBack && row.phases.length > 0) return { value: say('running', language), until: never };
    // Between two phases the next one is awaited.
    const phase = phaseAt(row.phases, now) ?? { start, end };
    if (now < phase.start && row.phases[0] !== phase) return aheadText(phase.start, now, row.zone, language);
    return releaseText(phase.start, phase.end, now, language);
  }
  if (now < start) return aheadText(start, now, row.zone, language);
  const { value, until } = elapsed(start, now, language);
  // Nothing is 0 minutes late.
  if (now - start < minute) return { value: say('now', language), until };
  return { value: say('late', language, { time: value }), until };
}

function releaseText(start: number, end: number, now: number, language: Language): Expiring<string> {
  if (end <= start) return { value: say('running', language), until: never };
  const { value, until } = now < end ? remaining(end, now, language) : elapsed(end, now, language);
  const count = Number.parseInt(value, 10);
  return { value: say(now < end ? 'left' : 'overrun', language, { time: value, count }), until };
}

function aheadText(start: number, now: number, zone: string, language: Language): Expiring<string> {
  if (start - now < dayMs) {
    const { value, until } = remaining(start, now, language);
    return { value: say('ahead', language, { time: value }), until };
  }
  const today = wallTime(now, zone).day;
  const { day, minute: clock } = wallTime(start, zone);
  const until = Math.min(momentAt(today + 1, 0, zone), start - dayMs + 1);
  const value =
    day - today <= 1
      ? say('tomorrow', language, { time: clockText(clock) })
      : say('ahead', language, { time: days(day - today, language) });
  return { value, until };
}

/** Time until a moment, rounded up. */
function remaining(target: number, now: number, language: Language): Expiring<string> {
  const unit = unitOf(target - now);
  const count = Math.ceil((target - now) / unit);
  // The text also changes where a smaller unit takes over.
  const finer = unit === dayMs ? target - dayMs + 1 : unit === hour ? target - 6 * hour + 1 : never;
  return {
    value: duration(count * unit, language),
    until: Math.min(target - (count - 1) * unit, above(finer, now)),
  };
}

/** Time since a moment, rounded down. */
function elapsed(since: number, now: number, language: Language): Expiring<string> {
  const unit = unitOf(now - since);
  const count = Math.floor((now - since) / unit);
  return { value: duration(count * unit, language), until: since + (count + 1) * unit };
}

function above(moment: number, now: number): number {
  return moment > now ? moment : never;
}

/** Minutes below six hours, hours below a day, else days. */
function unitOf(ms: number): number {
  return ms < 6 * hour ? minute : ms < dayMs ? hour : dayMs;
}

function duration(ms: number, language: Language): string {
  if (ms >= dayMs) return days(Math.floor(ms / dayMs), language);
  return minutesText(Math.round(ms / minute));
}

function days(count: number, language: Language): string {
  return say('days', language, { count });
}
