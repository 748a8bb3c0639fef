import type { Language } from '../model/text/localized';

/** A change's window at one place. Moments are milliseconds since 1970. */
export interface TimelineBar {
  /** Identifies the record to open. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** As written in the record. */
  readonly status: string;
  /** The built-in state that it counts as, or `on_hold`. */
  readonly stage: string;
  readonly start: number;
  /** Not included. The start where no duration is given. */
  readonly end: number;
  readonly outageMinutes: number;
  /** Zone in which the customer reads its times. */
  readonly zone: string;
  /** Whether its start is past and its deployment has not begun. */
  readonly overdue: boolean;
  /** Ids of conflicting changes, the first few. */
  readonly conflicts: readonly string[];
}

/** The kinds of time spans that are drawn behind a customer's bars. */
export type BackgroundKind = 'dayOff' | 'holiday' | 'freeze' | 'softFreeze' | 'maintenance';

/** A time span without its end. */
export interface Background {
  readonly kind: BackgroundKind;
  readonly start: number;
  readonly end: number;
  /** Name of the holiday or the freeze. */
  readonly name?: string;
}

/** One environment of a customer. */
export interface TimelineRow {
  /** Empty where a change names none. */
  readonly environment: string;
  readonly bars: readonly TimelineBar[];
  /** The number of bars that were left out. */
  readonly more: number;
}

/** The rows of one customer, with common backgrounds. */
export interface TimelineGroup {
  /** Empty for changes without a customer. */
  readonly customer: string;
  readonly zone: string;
  readonly backgrounds: readonly Background[];
  readonly rows: readonly TimelineRow[];
}

/** Days drawn side by side: a week or a month. They are counted from 1970 in the reading zone. */
export interface TimelineBand {
  readonly first: number;
  readonly last: number;
  /** The moments at which its first day begins and its last one ends. */
  readonly start: number;
  readonly end: number;
  readonly groups: readonly TimelineGroup[];
  /** The number of places that were left out. */
  readonly more: number;
}

/** The content of a timeline, independent of how it is drawn. */
export interface Timeline {
  readonly first: number;
  readonly last: number;
  /** Zone in which days begin and end. */
  readonly zone: string;
  readonly now: number;
  readonly language: Language;
  readonly bands: readonly TimelineBand[];
}
