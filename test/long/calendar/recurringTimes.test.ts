import { strict as assert } from 'node:assert';
import type { RecordCalendar } from '../../../src/core/calendar/recordCalendar';
import { calendarFor } from '../../../src/core/config/calendarFor';
import { configOf } from '../../unit/support/memoryWorkspace';
import { MinuteCalendar, type WrittenTimes } from '../../unit/support/minuteCalendar';

/** Clocks that change at night, at midnight, by half an hour, and around the turn of days. */
const zones = ['Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe', 'Africa/Cairo'];
const [firstYear, years] = [2026, 2];
const start = Date.UTC(firstYear, 0, 1);
const dayMs = 86_400_000;
/** How many times are tried in each zone: some with the other tests, many in `npm run test:soak`. */
const runs = Number(process.env.CHANGEBOOK_TIMES ?? 6);

type Below = (limit: number) => number;

/** A repeatable source of numbers from 0 to below `limit`. */
function numbers(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

function someOf<T>(below: Below, values: readonly T[]): T[] {
  const found = values.filter(() => below(values.length) < 2);
  return found.length > 0 ? found : values.slice(0, 1);
}

function date(below: Below): string {
  return new Date(start + below(years * 365) * dayMs).toISOString().slice(0, 10);
}

/** An hour of the day, often near those at which clocks change. */
function clock(below: Below): string {
  const minute = below(3) === 0 ? below(12) * 15 : below(1440);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function period(below: Below): WrittenTimes {
  const from = date(below);
  const to = new Date(Date.parse(from) + (1 + below(40)) * dayMs).toISOString().slice(0, 10);
  const except = below(3) === 0 ? { except: [date(below), from, to].slice(0, 1 + below(2)) } : {};
  return below(2) === 0
    ? { from, to, ...except }
    : { from: `${from} ${clock(below)}`, to: `${to} ${clock(below)}`, ...except };
}

function recurring(below: Below): WrittenTimes {
  const spans = [
    {},
    { from: clock(below) },
    { to: `${two(1 + below(23))}:30` },
    { from: clock(below), to: clock(below) },
  ];
  const hours =
    below(3) === 0 ? { hours: ['01:30-02:15', `${two(3 + below(18))}:00-00:30`] } : spans[below(4)];
  const [first = '', last = ''] = [date(below), date(below)].sort();
  return {
    ...hours,
    ...(below(3) > 0 ? { days: someOf(below, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) } : {}),
    ...(below(3) === 0 ? { weeks: someOf(below, [1, 2, 3, 4, 5, -1, -2, -5]) } : {}),
    ...(below(4) === 0 ? { month_days: someOf(below, [1, 13, 28, 29, 31, -1, -2, -3, -31]) } : {}),
    ...(below(4) === 0 ? { since: first } : {}),
    ...(below(4) === 0 ? { until: last } : {}),
    ...(below(4) === 0 ? { except: [date(below), date(below), date(below)] } : {}),
  };
}

function randomTimes(below: Below): WrittenTimes {
  const times = below(4) === 0 ? period(below) : recurring(below);
  return below(5) === 0 ? { ...times, zone: zones[below(zones.length)] ?? '' } : times;
}

const calendars = new Map<string, MinuteCalendar>();

function minutesOf(times: WrittenTimes, zone: string): Uint8Array {
  const own = times.zone ?? zone;
  const calendar = calendars.get(own) ?? new MinuteCalendar(own, firstYear, years);
  calendars.set(own, calendar);
  return calendar.covered(times);
}

function calendarOf(zone: string, config: object): RecordCalendar | undefined {
  const texts = new Map([['.changebook/config.yaml', JSON.stringify({ timezone: zone, ...config })]]);
  const { config: read, findings } = configOf(texts);
  // What never happens is reported, and is not what is tried here.
  return findings.length > 0 ? undefined : calendarFor(read, undefined);
}

/** The minutes of some periods. */
function filled(
  periods: readonly { readonly start: number; readonly end: number }[],
  length: number,
): Uint8Array {
  const found = new Uint8Array(length);
  for (const one of periods)
    found.fill(1, Math.max(0, (one.start - start) / 60_000), Math.max(0, (one.end - start) / 60_000));
  return found;
}

function assertSame(found: Uint8Array, wanted: Uint8Array, what: object): void {
  const at = found.findIndex((each, index) => each !== wanted[index]);
  if (at < 0) return;
  assert.fail(`${JSON.stringify(what)} at ${new Date(start + at * 60_000).toISOString()}: ${found[at]}`);
}

describe('Times that recur, beside a calendar of every minute of two years', () => {
  const below = numbers(20261130);
  const end = Date.UTC(firstYear + years, 0, 1);
  let [tried, minutes] = [0, 0];

  after(() =>
    console.log(`      ${tried} times in ${zones.length} zones, ${minutes} minutes compared, 0 differ`),
  );

  for (const zone of zones) {
    it(`are freezes and maintenance windows in ${zone}`, function () {
      this.timeout(600_000);
      for (let run = 0; run < runs; run++) {
        const times = randomTimes(below);
        const calendar = calendarOf(zone, { freezes: [times], maintenance_windows: [times] });
        if (!calendar) continue;
        const wanted = minutesOf(times, zone);
        assertSame(filled(calendar.freezesIn(start, end), wanted.length), wanted, { zone, times });
        assertSame(filled(calendar.openings(start, end), wanted.length), wanted, { zone, times });
        tried++;
        minutes += 2 * wanted.length;
      }
    });

    it(`are business hours but for days off in ${zone}`, function () {
      this.timeout(600_000);
      for (let run = 0; run < runs / 3; run++) {
        const [hours, off] = [recurring(below), recurring(below)];
        const config = { business_hours: [hours], holidays: { dates: [off] }, working_days: everyDay };
        const calendar = calendarOf(zone, config);
        if (!calendar) continue;
        tried += 2;
        minutes += compareHours(calendar, { zone, hours, off }, below);
      }
    });
  }
});

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Asks about windows by chance: hours count where no hour is off, on days that are not off as a whole. */
function compareHours(
  calendar: RecordCalendar,
  what: { readonly zone: string; readonly hours: WrittenTimes; readonly off: WrittenTimes },
  below: Below,
): number {
  const { zone, hours, off } = what;
  const isWhole = !off.hours && !off.from && !off.to;
  const on = minutesOf(hours, zone);
  const gone = minutesOf(isWhole ? offHours(hours, off) : off, zone);
  const wanted = on.map((each, at) => (each === 1 && gone[at] !== 1 ? 1 : 0));
  const sums = new Uint32Array(wanted.length + 1);
  for (let at = 0; at < wanted.length; at++) sums[at + 1] = (sums[at] ?? 0) + (wanted[at] ?? 0);
  for (let asked = 0; asked < 2000; asked++) {
    const from = below(wanted.length - 3000);
    const to = from + 1 + below(asked % 2 === 0 ? 90 : 2880);
    const found = calendar.businessHoursIn(start + from * 60_000, start + to * 60_000).length > 0;
    const is = (sums[to] ?? 0) - (sums[from] ?? 0) > 0;
    if (found !== is)
      assert.fail(`${JSON.stringify(what)} at ${new Date(start + from * 60_000).toISOString()}: ${found}`);
  }
  return wanted.length;
}

/** Hours that begin on a day off do not count, to their end on the next day. */
function offHours(hours: WrittenTimes, off: WrittenTimes): WrittenTimes {
  const { from, to, hours: spans } = hours;
  return { ...off, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(spans ? { hours: spans } : {}) };
}
