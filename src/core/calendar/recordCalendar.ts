import type { Localized } from '../model/text/localized';
import { dateOf, momentAt, wallTime, weekdayOf } from '../model/time/zoneClock';
import { dayChoice } from '../model/vocabulary/choices';
import type {
  CalendarConfig,
  CalendarPart,
  ConfigPlace,
  Freeze,
  HolidaySource,
  OwnDayOff,
  Vacation,
} from './calendarConfig';
import { publicHoliday } from './publicHolidays';

/** Why a day is not a working day, and the place in the configuration that says so. */
interface DayOff {
  readonly name: Localized;
  readonly at?: ConfigPlace;
}

/** A period in milliseconds since 1970, its end not included, and its place in the configuration. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly at: ConfigPlace;
}

const unnamedDay: Localized = { en: 'a day off', es: 'un día no laborable' };
const weekdays = Object.values(dayChoice.choices).map(
  ([, { en, es }]): Localized => ({ en, es: es.toLowerCase() }),
);
const maxDays = 5000;

/** The calendar for the records of one customer, in its time zone. Days are days since 1970. */
export class RecordCalendar {
  private readonly own: CalendarPart | undefined;
  private readonly ownDays: ReadonlyMap<number, OwnDayOff>;
  private readonly source: HolidaySource | undefined;
  private readonly known = new Map<number, DayOff | undefined>();

  /** @param customer key of the configured customer; undefined for records without one */
  constructor(
    private readonly config: CalendarConfig,
    readonly customer: string | undefined,
    readonly zone: string,
  ) {
    this.own = customer === undefined ? undefined : config.customers.get(customer);
    this.source = this.own?.holidays ?? config.holidays;
    // The customer's own entry for a day replaces the workspace's.
    const common = config.daysOff.filter(({ day }) => !this.own?.except.has(day));
    const days = [...common, ...(this.own?.daysOff ?? [])];
    this.ownDays = new Map(days.map((day) => [day.day, day]));
  }

  /** Why a day is not a working day; undefined on a working day. */
  dayOff(day: number): DayOff | undefined {
    if (this.known.has(day)) return this.known.get(day);
    if (this.known.size >= maxDays) this.known.clear();
    const found = this.findDayOff(day);
    this.known.set(day, found);
    return found;
  }

  private findDayOff(day: number): DayOff | undefined {
    const own = this.ownDays.get(day);
    if (own) return { name: own.name ? { en: own.name, es: own.name } : unnamedDay, at: own.at };
    const weekday = weekdayOf(day);
    if (!this.config.workingDays.has(weekday)) return { name: weekdays[weekday] ?? unnamedDay };
    if (!this.source || this.config.except.has(day) || this.own?.except.has(day)) return undefined;
    const name = publicHoliday(this.source, day, Number(dateOf(day).slice(0, 4)));
    return name && { name, at: this.source.at };
  }

  /** Vacations of the customer and of the team that begin on a day. */
  vacationsFrom(day: number): Vacation[] {
    const team = this.config.vacations.filter(
      ({ customer }) => customer === undefined || customer === this.customer,
    );
    return [...(this.own?.vacations ?? []), ...team].filter(({ first }) => first === day);
  }

  /** The freezes that apply on any of some days, both ends included. */
  freezesIn(first: number, last: number): Freeze[] {
    return this.config.freezes.filter(
      (freeze) =>
        freeze.first <= last &&
        freeze.last >= first &&
        (!freeze.customers || (this.customer !== undefined && freeze.customers.has(this.customer))),
    );
  }

  /** The first business hours that overlap a window; undefined where none do or none are configured. */
  businessHoursIn(start: number, end: number): Stretch | undefined {
    const spans = this.config.businessHours;
    if (spans.length === 0) return undefined;
    const last = wallTime(Math.max(start, end - 1), this.zone).day;
    // Hours that end after midnight may have begun the day before.
    for (let day = wallTime(start, this.zone).day - 1; day <= last; day++) {
      for (const { from, to, at } of spans) {
        const stretch = this.stretch(day, from, to, at);
        const overlaps = stretch.start < Math.max(end, start + 1) && stretch.end > start;
        // Asked last: to know a year's holidays takes as long as to read fifty records.
        if (overlaps && !this.dayOff(day)) return stretch;
      }
    }
    return undefined;
  }

  /** Whether the customer has maintenance windows and all of them could be read. */
  get hasWindows(): boolean {
    return (this.own?.windows.length ?? 0) > 0 && !this.own?.windowsUnread;
  }

  /** The customer's maintenance windows that open on some days, in order. Windows that touch are joined. */
  openings(first: number, last: number): Stretch[] {
    const found: Stretch[] = [];
    for (let day = first; day <= last; day++) {
      for (const window of this.own?.windows ?? []) {
        if (window.days.has(weekdayOf(day))) found.push(this.stretch(day, window.from, window.to, window.at));
      }
    }
    const joined: Stretch[] = [];
    for (const next of found.sort((a, b) => a.start - b.start)) {
      const before = joined.at(-1);
      if (!before || next.start > before.end) joined.push(next);
      else joined[joined.length - 1] = { ...before, end: Math.max(before.end, next.end) };
    }
    return joined;
  }

  private stretch(day: number, from: number, to: number, at: ConfigPlace): Stretch {
    return { start: momentAt(day, from, this.zone), end: momentAt(day, to, this.zone), at };
  }
}
