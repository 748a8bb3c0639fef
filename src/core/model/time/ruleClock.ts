import { momentAt, wallTime } from './zoneClock';

/** The clock for rules. */
export interface Clock {
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Whether a moment has come. Better than `now` for a rule: the answer stays the same for a while, so the rule's
   * findings can be cached. Findings that depend on `now` itself hold for one moment only.
   */
  hasPassed(moment: number): boolean;
  /** Today in a zone, in days since 1970. The answer stays the same until midnight. */
  today(zone: string): number;
}

/** A clock that stands still and records nothing. */
export function clockAt(now: number): Clock {
  return { now, hasPassed: (moment) => moment <= now, today: (zone) => wallTime(now, zone).day };
}

/**
 * A clock that records how long all of its answers stay the same: from `from` on, and before `until`.
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
