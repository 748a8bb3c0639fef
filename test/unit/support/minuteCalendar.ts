/** Words of the configuration that say when something is. */
export interface WrittenTimes {
  readonly from?: string;
  readonly to?: string;
  readonly days?: readonly string[];
  readonly weeks?: readonly number[];
  readonly month_days?: readonly number[];
  readonly hours?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly except?: readonly string[];
  readonly zone?: string;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayMs = 86_400_000;
const quarterMs = 900_000;
/** Some days more at both ends, so that what reaches over them is seen. */
const margin = 3;

/**
 * Every minute of some years as a clock in a zone shows it. It knows nothing of how times are computed elsewhere: it
 * asks the machine for each quarter of an hour, since all changes of clocks are on one, and looks at every minute.
 */
export class MinuteCalendar {
  readonly firstDay: number;
  private readonly lastDay: number;
  /** For each minute the latest that the clock has shown so far, in local minutes since 1970. */
  private readonly shown: Int32Array;

  constructor(zone: string, firstYear: number, years: number) {
    this.firstDay = Date.UTC(firstYear, 0, 1) / dayMs;
    this.lastDay = Date.UTC(firstYear + years, 0, 1) / dayMs;
    const from = (this.firstDay - margin) * dayMs;
    this.shown = new Int32Array((this.lastDay - this.firstDay + 2 * margin) * 1440);
    const clock = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
    let latest = Number.NEGATIVE_INFINITY;
    for (let quarter = 0; quarter * 15 < this.shown.length; quarter++) {
      const parts = clock.formatToParts(from + quarter * quarterMs);
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.flatMap(({ type, value }) =>
        type === 'literal' ? [] : [Number(value)],
      );
      const local = Date.UTC(year, month - 1, day, hour, minute) / 60_000;
      for (let within = 0; within < 15; within++) {
        latest = Math.max(latest, local + within);
        this.shown[quarter * 15 + within] = latest;
      }
    }
  }

  /** The number of minutes of its years. */
  get length(): number {
    return (this.lastDay - this.firstDay) * 1440;
  }

  /** For each minute of its years 1 where something is, by its words alone. */
  covered(times: WrittenTimes): Uint8Array {
    const holds = /^\d{4}-/.test(times.from ?? '') ? periodTest(times) : this.recurringTest(times);
    const found = new Uint8Array(this.length);
    for (let at = 0; at < found.length; at++) {
      const minutes = this.shown[at + margin * 1440] ?? 0;
      const day = Math.floor(minutes / 1440);
      if (holds(day, minutes - day * 1440)) found[at] = 1;
    }
    return found;
  }

  private recurringTest(times: WrittenTimes): (day: number, minute: number) => boolean {
    const first = this.firstDay - 2 * margin;
    const on = new Uint8Array(this.lastDay - first + 2 * margin);
    for (const day of daysOf(times, first, first + on.length)) on[day - first] = 1;
    const written = times.hours ?? [`${times.from ?? '00:00'}-${times.to ?? '24:00'}`];
    const spans = written.map((span) => {
      const [from = 0, to = 0] = span.split('-').map(minuteOf);
      return to > from ? [from, to] : [from, to + 1440];
    });
    const within = (minute: number): boolean =>
      spans.some(([from = 0, to = 0]) => minute >= from && minute < to);
    return (day, minute) =>
      (on[day - first] === 1 && within(minute)) || (on[day - 1 - first] === 1 && within(minute + 1440));
  }
}

/** The days on which something that comes again begins, from its months as a wall calendar shows them. */
function daysOf(times: WrittenTimes, first: number, last: number): number[] {
  const found: number[] = [];
  const start = new Date(first * dayMs);
  for (let month = start.getUTCMonth(); ; month++) {
    const begin = Date.UTC(start.getUTCFullYear(), month, 1) / dayMs;
    if (begin >= last) return found;
    const end = Date.UTC(start.getUTCFullYear(), month + 1, 1) / dayMs;
    const all = Array.from({ length: end - begin }, (_, at) => begin + at);
    for (const day of all) if (day >= first && day < last && isOn(times, day, all)) found.push(day);
  }
}

function isOn(times: WrittenTimes, day: number, month: readonly number[]): boolean {
  const date = dateText(day);
  const name = nameOf(day);
  const same = month.filter((other) => nameOf(other) === name);
  return (
    (times.days?.includes(name) ?? true) &&
    isCounted(times.weeks, same, day) &&
    isCounted(times.month_days, month, day) &&
    date >= (times.since ?? '') &&
    date <= (times.until ?? '9') &&
    !times.except?.includes(date)
  );
}

/** Whether a day is one of those in a list that numbers count from its beginning, or from its end. */
function isCounted(numbers: readonly number[] | undefined, list: readonly number[], day: number): boolean {
  return numbers?.some((number) => list.at(number > 0 ? number - 1 : number) === day) ?? true;
}

function periodTest({ from = '', to = '', except }: WrittenTimes): (day: number, minute: number) => boolean {
  const start = momentOf(from, '00:00');
  const end = momentOf(to, '24:00');
  const left = new Set(except);
  return (day, minute) => {
    const now = day * 1440 + minute;
    return now >= start && now < end && !left.has(dateText(day));
  };
}

function momentOf(text: string, usual: string): number {
  return (Date.parse(`${text.slice(0, 10)}T00:00Z`) / dayMs) * 1440 + minuteOf(text.slice(11) || usual);
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function nameOf(day: number): string {
  // The first of January 1970 was a Thursday.
  return weekdays[(day + 3) % 7] ?? '';
}

function dateText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
