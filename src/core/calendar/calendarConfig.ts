import type { LineRange } from '../model/text/range';

/** Where the configuration says something, for findings that come from it. */
export interface ConfigPlace {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly range: LineRange;
}

/** Days from the first to the last, both included, in days since 1970. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
  readonly at: ConfigPlace;
}

/** Days without deployments. */
export interface Freeze extends DaySpan {
  /** Whether deploying is an error; else it is a warning. */
  readonly hard: boolean;
  readonly reason?: string;
  /** Keys of the customers that it holds for; all without it. */
  readonly customers?: ReadonlySet<string>;
}

/** Days on which people are away. */
export interface Vacation extends DaySpan {
  readonly who?: string;
  /** Key of the only customer that it is about, for one in the workspace's own list. */
  readonly customer?: string;
}

/** A day off that the configuration names itself. */
export interface OwnDayOff {
  readonly day: number;
  readonly name?: string;
  readonly at: ConfigPlace;
}

/** Whose public holidays count. */
export interface HolidaySource {
  /** ISO 3166 code. */
  readonly country: string;
  /** Code of a state, or of a region inside one: `CT`, `BY-A`. */
  readonly region?: string;
  readonly at: ConfigPlace;
}

/** Minutes since local midnight; an end beyond 1440 lies in the next day. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** When changes are welcome: opens on these days of the week, Monday 0. */
export interface MaintenanceWindow extends MinuteSpan {
  readonly days: ReadonlySet<number>;
  readonly at: ConfigPlace;
}

/** Hours in which customers work. */
export interface BusinessHours extends MinuteSpan {
  readonly at: ConfigPlace;
}

/** What one file says of the calendar. */
export interface CalendarPart {
  readonly holidays?: HolidaySource;
  readonly daysOff: readonly OwnDayOff[];
  /** Days on which people work all the same. */
  readonly except: ReadonlySet<number>;
  readonly vacations: readonly Vacation[];
  readonly windows: readonly MaintenanceWindow[];
  /** Whether there are others that could not be read: then nobody knows when changes are welcome. */
  readonly windowsUnread?: true;
}

/** The calendar of a workspace and of each of its customers, ready to be asked. */
export interface CalendarConfig extends CalendarPart {
  /** Days of the week, Monday 0. */
  readonly workingDays: ReadonlySet<number>;
  readonly businessHours: readonly BusinessHours[];
  readonly freezes: readonly Freeze[];
  /** By key of the customer. */
  readonly customers: ReadonlyMap<string, CalendarPart>;
}

/** Monday to Friday, and nothing else that a team would have to say. */
export const emptyCalendar: CalendarConfig = {
  workingDays: new Set([0, 1, 2, 3, 4]),
  daysOff: [],
  except: new Set(),
  businessHours: [],
  vacations: [],
  windows: [],
  freezes: [],
  customers: new Map(),
};
