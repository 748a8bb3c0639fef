import type { LineRange } from '../model/text/range';

/** A place in the configuration, for findings that follow from it. */
export interface ConfigPlace {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly range: LineRange;
}

/** A range of days in days since 1970, both ends included. */
interface DaySpan {
  readonly first: number;
  readonly last: number;
  readonly at: ConfigPlace;
}

/** Days without deployments. */
export interface Freeze extends DaySpan {
  /** Whether deploying is an error rather than a warning. */
  readonly hard: boolean;
  readonly reason?: string;
  /** Keys of the customers that it applies to; undefined for all. */
  readonly customers?: ReadonlySet<string>;
}

/** Days on which people are away. */
export interface Vacation extends DaySpan {
  readonly who?: string;
  /** Key of the customer whose vacation it is; undefined for the team's. */
  readonly customer?: string;
}

/** A day off that the configuration lists. */
export interface OwnDayOff {
  readonly day: number;
  readonly name?: string;
  readonly at: ConfigPlace;
}

/** The country or region whose public holidays apply. */
export interface HolidaySource {
  /** ISO 3166 code. */
  readonly country: string;
  /** Code of a state, or of a region inside one: `CT`, `BY-A`. */
  readonly region?: string;
  readonly at: ConfigPlace;
}

/** Minutes since local midnight; an end after 1440 is on the next day. */
interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** A maintenance window, which opens on some days of the week; Monday is 0. */
export interface MaintenanceWindow extends MinuteSpan {
  readonly days: ReadonlySet<number>;
  readonly at: ConfigPlace;
}

/** Hours in which customers work. */
export interface BusinessHours extends MinuteSpan {
  readonly at: ConfigPlace;
}

/** The calendar in one file of the configuration. */
export interface CalendarPart {
  readonly holidays?: HolidaySource;
  readonly daysOff: readonly OwnDayOff[];
  /** Holidays that are working days. */
  readonly except: ReadonlySet<number>;
  readonly vacations: readonly Vacation[];
  readonly windows: readonly MaintenanceWindow[];
  /** Whether some maintenance windows could not be read, so that `windows` is not complete. */
  readonly windowsUnread?: true;
}

/** The calendar of a workspace and of each of its customers. */
export interface CalendarConfig extends CalendarPart {
  /** Days of the week, Monday 0. */
  readonly workingDays: ReadonlySet<number>;
  readonly businessHours: readonly BusinessHours[];
  readonly freezes: readonly Freeze[];
  /** By key of the customer. */
  readonly customers: ReadonlyMap<string, CalendarPart>;
}

/** The calendar without configuration: people work from Monday to Friday. */
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
