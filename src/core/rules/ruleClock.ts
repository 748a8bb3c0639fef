/** The clock as rules ask it. */
export interface Clock {
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Whether a moment has come. Preferred to `now`: its answer holds for a while, so what a rule finds by it can be
   * kept, while what follows from `now` itself holds for one moment only.
   */
  hasPassed(moment: number): boolean;
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
    this.until = Math.min(this.until, this.moment + 1);
    return this.moment;
  }

  hasPassed(moment: number): boolean {
    const passed = moment <= this.moment;
    if (passed) this.from = Math.max(this.from, moment);
    else this.until = Math.min(this.until, moment);
    return passed;
  }
}
