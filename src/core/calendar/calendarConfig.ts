import type { ConfigPlace } from './configPlace';
import type { Timed } from './when';

/** A range of days in days since 1970, both ends included. */
interface DaySpan {
  readonly first: number;
  readonly last: number;
  readonly at: ConfigPlace;
}

/** A time without deployments; where it is `hard`, deploying in it is an error. */
export interface Freeze extends Timed {
  readonly reason?: string;
  /** Roles whose holders may waive it; undefined where anybody may. */
  readonly overridableBy?: readonly string[];
}

/** Days on which people are away. */
export interface Vacation extends DaySpan {
  readonly who?: string;
  /** Key of the customer whose vacation it is; undefined for the team's. */
  readonly customer?: string;
}

/** Days off that the configuration lists. What does not cover a whole day takes its hours out of the business hours. */
export interface OwnDayOff extends Timed {
  readonly name?: string;
}

/** The country or region whose public holidays apply. */
export interface HolidaySource {
  /** ISO 3166 code. */
  readonly country: string;
  /** Code of a state, or of a region inside one: `CT`, `BY-A`. */
  readonly region?: string;
  readonly at: ConfigPlace;
}

/** The calendar in one file of the configuration. */
export interface CalendarPart {
  readonly holidays?: HolidaySource;
  readonly daysOff: readonly OwnDayOff[];
  /** Holidays that are working days. */
  readonly except: ReadonlySet<number>;
  readonly vacations: readonly Vacation[];
  /** Maintenance windows. */
  readonly windows: readonly Timed[];
  /** Whether some maintenance windows could not be read, so that `windows` is not complete. */
  readonly windowsUnread?: true;
}

/** The calendar of a workspace and of each of its customers. */
export interface CalendarConfig extends CalendarPart {
  /** Days of the week, Monday 0. */
  readonly workingDays: ReadonlySet<number>;
  readonly businessHours: readonly Timed[];
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
