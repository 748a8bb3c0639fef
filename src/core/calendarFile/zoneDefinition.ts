import type { ClockChange } from '../model/time/findClockChanges';
import { clockChanges, dateOf, dayMs, offsetAt, weekdayOf } from '../model/time/zoneClock';

/** How far beyond the last moment clocks are looked at: by then a yearly rule has shown itself. */
const lookAhead = 8 * 366 * dayMs;
/** The clocks of a zone changed at most so long ago where they change at all. */
const lookBack = 370 * dayMs;
/** So many years in a row make a rule. */
const fewestYears = 4;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * What a calendar file says of a time zone (RFC 5545, VTIMEZONE): the offsets that its clocks have from the first moment
 * to the last one and some years on, by what this machine knows of the zone. Changes that follow a rule are written as that rule,
 * which every calendar program reads; others by their dates.
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

/** Clocks that did not change lately. */
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
  // Where there are dates, some readers go by them alone and leave out the one that the rest is counted from.
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

/** The yearly rule of changes that keep to one: the same month, weekday, week and time in all those years. */
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

/** A change by the clock that shows the time before it: `20261025T030000`. */
function localStamp({ at, before }: ClockChange): string {
  return new Date(at + before).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** `+0100`. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
}
