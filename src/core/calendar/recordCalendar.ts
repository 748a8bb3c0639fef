import type { Localized } from '../model/text/localized';
import { dateOf, momentAt, wallTime, weekdayOf } from '../model/time/zoneClock';
import { dayChoice } from '../model/vocabulary/choices';
import type {
  CalendarConfig,
  CalendarPart,
  Freeze,
  HolidaySource,
  OwnDayOff,
  Vacation,
} from './calendarConfig';
import type { ConfigPlace } from './configPlace';
import { type Occurrence, occurrencesIn } from './occurrences';
import { type Openings, openingsOf, type Stretch } from './openings';
import { publicHoliday } from './publicHolidays';
import { coversDay, dayPlace, type Environments, isFor, isIn, isWholeDays, type Timed } from './when';

/** Why a day is not a working day, and the place in the configuration that says so. */
interface DayOff {
  readonly name: Localized;
  /** Whether the configuration says how bad it is to start the day before. */
  readonly hard?: boolean;
  readonly at?: ConfigPlace;
}

const unnamedDay: Localized = { en: 'a day off', es: 'un día no laborable' };
const weekdays = Object.values(dayChoice.choices).map(
  ([, { en, es }]): Localized => ({ en, es: es.toLowerCase() }),
);
const maxDays = 5000;

/** The calendar for the records of one customer, in its time zone. Days are days since 1970. */
export class RecordCalendar {
  private readonly own: CalendarPart | undefined;
  private readonly source: HolidaySource | undefined;
  /** Those that the customer's file lists last come first. */
  private readonly daysOff: readonly OwnDayOff[];
  private readonly partDaysOff: readonly OwnDayOff[];
  private readonly known = new Map<number, DayOff | undefined>();
  /** Whether anything in it holds for some environments only. */
  readonly variesByEnvironment: boolean;
  /** Whether some business hours say themselves how bad it is to deploy in them. */
  readonly hoursSayHowBad: boolean;
  private readonly windows: Openings;

  /** @param customer key of the configured customer; undefined for records without one */
  constructor(
    private readonly config: CalendarConfig,
    readonly customer: string | undefined,
    readonly zone: string,
  ) {
    this.own = customer === undefined ? undefined : config.customers.get(customer);
    this.source = this.own?.holidays ?? config.holidays;
    const isMine = (entry: Timed): boolean => isFor(entry, customer);
    // The customer's own entry for a day replaces the workspace's.
    this.daysOff = [...config.daysOff, ...(this.own?.daysOff ?? [])].filter(isMine).reverse();
    this.partDaysOff = this.daysOff.filter(({ when }) => !isWholeDays(when));
    const windows = [...(this.own?.windows ?? []), ...config.windows].filter(isMine);
    this.windows = openingsOf(windows, config.windows, zone);
    const all: readonly Timed[] = [...windows, ...this.daysOff, ...config.freezes, ...config.businessHours];
    this.hoursSayHowBad = config.businessHours.some(({ hard }) => hard !== undefined);
    this.variesByEnvironment = all.some((entry) => entry.environments && isMine(entry));
  }

  /** Why a day is not a working day; undefined on a working day. */
  dayOff(day: number, environments?: Environments): DayOff | undefined {
    if (environments && this.variesByEnvironment) return this.findDayOff(day, environments);
    if (this.known.has(day)) return this.known.get(day);
    if (this.known.size >= maxDays) this.known.clear();
    const found = this.findDayOff(day, environments);
    this.known.set(day, found);
    return found;
  }

  private findDayOff(day: number, environments: Environments): DayOff | undefined {
    const own = this.ownDayOff(day, environments);
    if (own) {
      const name = own.name ? { en: own.name, es: own.name } : unnamedDay;
      return { name, at: own.at, ...(own.hard === undefined ? {} : { hard: own.hard }) };
    }
    const weekday = weekdayOf(day);
    if (!this.config.workingDays.has(weekday)) return { name: weekdays[weekday] ?? unnamedDay };
    if (!this.source || this.config.except.has(day) || this.own?.except.has(day)) return undefined;
    const name = publicHoliday(this.source, day, Number(dateOf(day).slice(0, 4)));
    return name && { name, at: this.source.at };
  }

  private ownDayOff(day: number, environments: Environments): OwnDayOff | undefined {
    if (this.daysOff.length === 0) return undefined;
    const place = dayPlace(day);
    const isTakenAway = this.own?.except.has(day) ?? false;
    return this.daysOff.find((entry) => {
      if (!isIn(entry, environments) || (isTakenAway && !this.own?.daysOff.includes(entry))) return false;
      const { zone } = entry.when;
      if (zone === undefined || zone === this.zone) return coversDay(entry.when, day, place);
      // A day of another zone is the one that it is there at noon here.
      const there = wallTime(momentAt(day, 720, this.zone), zone).day;
      return coversDay(entry.when, there, dayPlace(there));
    });
  }

  /** The hours off on days that are working days otherwise, where they meet a period. */
  hoursOffIn(start: number, end: number, environments?: Environments): Occurrence<OwnDayOff>[] {
    const applies = (entry: Timed): boolean => isIn(entry, environments);
    return occurrencesIn(this.partDaysOff, start, end, this.zone, applies);
  }

  /** Vacations of the customer and of the team that begin on a day. */
  vacationsFrom(day: number): Vacation[] {
    const team = this.config.vacations.filter(
      ({ customer }) => customer === undefined || customer === this.customer,
    );
    return [...(this.own?.vacations ?? []), ...team].filter(({ first }) => first === day);
  }

  /** The freezes that meet a window, in the order of their starts. */
  freezesIn(start: number, end: number, environments?: Environments): Occurrence<Freeze>[] {
    const applies = (freeze: Freeze): boolean => isFor(freeze, this.customer) && isIn(freeze, environments);
    return occurrencesIn(this.config.freezes, start, end, this.zone, applies);
  }

  /** The business hours that overlap a window, in the order of their starts. */
  businessHoursIn(start: number, end: number, environments?: Environments): BusinessStretch[] {
    const { businessHours } = this.config;
    if (businessHours.length === 0) return [];
    const applies = (entry: Timed): boolean => isFor(entry, this.customer) && isIn(entry, environments);
    const found = occurrencesIn(businessHours, start, end, this.zone, applies);
    return found.flatMap(({ entry: { at, hard }, day, ...hours }): BusinessStretch[] => {
      // Asked last: to know a year's holidays takes as long as to read fifty records.
      if (this.dayOff(day, environments)) return [];
      const left = this.withoutDaysOff({ ...hours, at }, environments);
      const part = left.find((one) => one.start < Math.max(end, start + 1) && one.end > start);
      return part ? [{ ...part, ...(hard === undefined ? {} : { hard }) }] : [];
    });
  }

  /** What is left of business hours on a day of which some hours are off. */
  private withoutDaysOff(hours: Stretch, environments: Environments): Stretch[] {
    if (this.partDaysOff.length === 0) return [hours];
    const off = this.hoursOffIn(hours.start, hours.end, environments);
    let left = [hours];
    for (const { start, end } of off)
      left = left
        .flatMap((part) => [
          { ...part, end: Math.min(part.end, start) },
          { ...part, start: Math.max(part.start, end) },
        ])
        .filter((part) => part.start < part.end);
    return left;
  }

  /** Whether the customer has maintenance windows and all of them could be read. */
  hasWindows(environments?: Environments): boolean {
    const isUnread = this.own?.windowsUnread || this.config.windowsUnread;
    return !isUnread && this.windows.any(environments);
  }

  /** Whether it is an error to deploy outside of the maintenance windows. */
  hasHardWindows(environments?: Environments): boolean {
    return this.windows.any(environments, ({ hard }) => hard === true);
  }

  /** The maintenance windows that are open at some time of a period, in order. Windows that touch are joined. */
  openings(start: number, end: number, environments?: Environments): Stretch[] {
    return this.windows.in(start, end, environments);
  }
}

/** Business hours that overlap a window. */
export interface BusinessStretch extends Stretch {
  /** Whether the configuration says that it is an error to deploy in them, or a warning. */
  readonly hard?: boolean;
}
