import { momentAt, wallTime } from './zoneClock';

/** The clock as rules ask it. */
export interface Clock {
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Whether a moment has come. Preferred to `now`: its answer holds for a while, so what a rule finds by it can be
   * kept, while what follows from `now` itself holds for one moment only.
   */
  hasPassed(moment: number): boolean;
  /** The day that a calendar in a zone shows, in days since 1970; its answer holds until midnight. */
  today(zone: string): number;
}

/** A clock that stands still, and notes nothing. */
export function clockAt(now: number): Clock {
  return { now, hasPassed: (moment) => moment <= now, today: (zone) => wallTime(now, zone).day };
}

/**
 * A clock that notes how long everything that it was asked has the same answer: from `from` on, and before `until`.
 */
export class RuleClock implements Clock {
  from = Number.NEGATIVE_INFINITY;
  until = Number.POSITIVE_INFINITY;

  constructor(private readonly moment: number) {}

  get now(): number {
    this.from = this.moment;
    this.until = this.moment + 1;
    return this.moment;
  }

  hasPassed(moment: number): boolean {
    const passed = moment <= this.moment;
    if (passed) this.from = Math.max(this.from, moment);
    else this.until = Math.min(this.until, moment);
    return passed;
  }

  today(zone: string): number {
    const { day } = wallTime(this.moment, zone);
    this.from = Math.max(this.from, momentAt(day, 0, zone));
    this.until = Math.min(this.until, momentAt(day + 1, 0, zone));
    return day;
  }
}
