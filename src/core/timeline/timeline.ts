import type { Language } from '../model/text/localized';

/** A change's window at one place. Moments are milliseconds since 1970. */
export interface TimelineBar {
  /** Names the record to whoever opens it. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** As the record says it. */
  readonly status: string;
  /** The usual state that it counts as; `on_hold` for what is put aside. */
  readonly stage: string;
  readonly start: number;
  /** Not included; the start itself where no duration is given. */
  readonly end: number;
  readonly outageMinutes: number;
  /** Zone in which the customer reads its times. */
  readonly zone: string;
  /** Whether its start is past and it is not being deployed yet. */
  readonly overdue: boolean;
  /** Ids of the changes that it must not take place at once with; the first few. */
  readonly conflicts: readonly string[];
}

/** What a stretch of time is for a customer, drawn behind the bars. */
export type BackgroundKind = 'dayOff' | 'holiday' | 'freeze' | 'softFreeze' | 'maintenance';

/** A stretch of time, its end not included. */
export interface Background {
  readonly kind: BackgroundKind;
  readonly start: number;
  readonly end: number;
  /** What the holiday or the freeze is called. */
  readonly name?: string;
}

/** One environment of a customer. */
export interface TimelineRow {
  /** Empty where a change names none. */
  readonly environment: string;
  readonly bars: readonly TimelineBar[];
  /** How many more there are than anybody could look at. */
  readonly more: number;
}

/** The rows of one customer, which share what lies behind them. */
export interface TimelineGroup {
  /** Empty for changes without a customer. */
  readonly customer: string;
  readonly zone: string;
  readonly backgrounds: readonly Background[];
  readonly rows: readonly TimelineRow[];
}

/** Days that stand side by side: a week or a month. Days are days since 1970 in the reading zone. */
export interface TimelineBand {
  readonly first: number;
  readonly last: number;
  /** The moments at which its first day begins and its last one ends. */
  readonly start: number;
  readonly end: number;
  readonly groups: readonly TimelineGroup[];
  /** Places that were left out because there are too many. */
  readonly more: number;
}

/** Everything that is drawn, and nothing about how. */
export interface Timeline {
  readonly first: number;
  readonly last: number;
  /** Zone by which the days are cut. */
  readonly zone: string;
  readonly now: number;
  readonly language: Language;
  readonly bands: readonly TimelineBand[];
}
