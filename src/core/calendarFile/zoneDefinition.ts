import type { ClockChange } from '../model/time/findClockChanges';
import { clockChanges, dateOf, dayMs, offsetAt, weekdayOf } from '../model/time/zoneClock';

/** How far after the last moment clock changes are read, so that a yearly rule shows. */
const lookAhead = 8 * 366 * dayMs;
/** How far before the first moment clock changes are read. In a zone with changes, there is one in this time. */
const lookBack = 370 * dayMs;
/** A rule needs changes in so many years in a row. */
const fewestYears = 4;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The definition of a time zone in a calendar file (RFC 5545, VTIMEZONE): its offsets from the first moment to some
 * years after the last one, as this machine knows the zone. Changes that follow a yearly rule are written as that rule,
 * which every calendar program supports. Others are written by their dates.
 *
 * @param first and `last`: milliseconds since 1970
 */
export function zoneDefinition(zone: string, first: number, last: number): string {
  const changes = clockChanges(zone, first - lookBack, last + lookAhead);
  const earlier = changes.filter(({ at }) => at <= first).slice(-1);
  const later = changes.filter(({ at }) => at > first);
  const known = [...earlier, ...later];
  const kinds = new Map(known.map((change) => [`${change.before} ${change.after}`, change]));
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  if (earlier.length === 0) lines.push(...steady(offsetAt(zone, first)));
  for (const { before, after } of kinds.values())
    lines.push(...observance(known.filter((one) => one.before === before && one.after === after)));
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

/** A zone without recent clock changes. */
function steady(offset: number): string[] {
  return block('STANDARD', offset, offset, ['DTSTART:19700101T000000']);
}

/** All changes from one offset to another. */
function observance(changes: readonly ClockChange[]): string[] {
  const [first] = changes;
  if (!first) return [];
  const { before, after } = first;
  const dates = changes.map((change) => localStamp(change));
  const rule = ruleOf(changes);
  // Where there are dates, some programs use only them and ignore the start, so the first date is repeated.
  const repeated = rule ? [rule] : dates.map((date) => `RDATE:${date}`);
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return block(kind, before, after, [`DTSTART:${dates[0]}`, ...repeated]);
}

function block(
  kind: 'STANDARD' | 'DAYLIGHT',
  before: number,
  after: number,
  when: readonly string[],
): string[] {
  const offsets = [`TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`];
  return [`BEGIN:${kind}`, ...when, ...offsets, `END:${kind}`];
}

/** The yearly rule of changes with the same month, weekday, week and time each year; undefined where there is none. */
function ruleOf(changes: readonly ClockChange[]): string | undefined {
  const dates = changes.map(({ at, before }) => {
    const local = at + before;
    const day = Math.floor(local / dayMs);
    const [year = 0, month = 0, date = 0] = dateOf(day).split('-').map(Number);
    const inMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const week = Math.ceil(date / 7);
    return {
      year,
      month,
      week,
      last: date > inMonth - 7,
      weekday: weekdayOf(day),
      clock: local - day * dayMs,
    };
  });
  const [first] = dates;
  if (!first || dates.length < fewestYears) return undefined;
  const { month, weekday, clock, week } = first;
  const yearly = dates.every(
    (date, index) =>
      date.year === first.year + index &&
      date.month === month &&
      date.weekday === weekday &&
      date.clock === clock,
  );
  if (!yearly) return undefined;
  const isLast = dates.every(({ last }) => last);
  if (!isLast && !dates.every((date) => date.week === week)) return undefined;
  return `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=${isLast ? -1 : week}${weekdays[weekday]}`;
}

/** The local time of a change, before it takes effect: `20261025T030000`. */
function localStamp({ at, before }: ClockChange): string {
  return new Date(at + before).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** `+0100`. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
}
