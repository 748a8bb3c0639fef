/** A stretch of time of a file's record, its end not included. */
export interface Interval {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Stretches of time that can be asked which of them meet another one. Kept in the order of their starts, with the
 * latest end of each half, of its halves, and so on: a question costs what it finds, and a logarithm.
 */
export class IntervalList {
  private items: Interval[] = [];
  private sorted = true;
  /** Whether one went already: what comes then takes the place of another, and goes to its own at once. */
  private isKeptUp = false;
  /** For the middle of each half: the latest end in that half. */
  private latest: Float64Array | undefined;

  /** @param kept those that are in it from the beginning, where somebody asks */
  constructor(private kept?: () => readonly Interval[]) {}

  add(item: Interval): void {
    this.latest = undefined;
    const last = this.items.at(-1);
    if (last === undefined || compareIntervals(last, item) <= 0) this.items.push(item);
    else if (this.isKeptUp) this.items.splice(this.place(item), 0, item);
    else {
      // Many that come at once are put in order when somebody asks.
      this.sorted = false;
      this.items.push(item);
    }
  }

  remove(item: Interval): void {
    // Of those that it was not asked about yet, nobody tells any more what is gone.
    if (this.kept) {
      this.items = this.items.filter((other) => compareIntervals(other, item) !== 0);
      return;
    }
    this.sort();
    this.isKeptUp = true;
    const at = this.place(item);
    const found = this.items[at];
    if (!found || compareIntervals(found, item) !== 0) return;
    this.items.splice(at, 1);
    this.latest = undefined;
  }

  /** Those that have a moment in common with a stretch; touching ones have none. */
  meeting(start: number, end: number): Interval[] {
    const latest = this.prepared();
    const found: Interval[] = [];
    const visit = (low: number, high: number): void => {
      if (low >= high) return;
      const middle = (low + high) >> 1;
      if ((latest[middle] ?? 0) <= start) return;
      visit(low, middle);
      const item = this.items[middle];
      if (!item || item.start >= end) return;
      if (item.end > start) found.push(item);
      visit(middle + 1, high);
    };
    visit(0, this.items.length);
    return found;
  }

  /** Those that start at or after one moment and before another. */
  startingIn(from: number, to: number): Interval[] {
    this.sort();
    const found: Interval[] = [];
    for (let at = this.place({ file: '', start: from, end: from }); ; at++) {
      const item = this.items[at];
      if (!item || item.start >= to) return found;
      found.push(item);
    }
  }

  private prepared(): Float64Array {
    if (this.latest) return this.latest;
    this.sort();
    const latest = new Float64Array(this.items.length);
    const fill = (low: number, high: number): number => {
      if (low >= high) return Number.NEGATIVE_INFINITY;
      const middle = (low + high) >> 1;
      const own = this.items[middle]?.end ?? 0;
      const most = Math.max(own, fill(low, middle), fill(middle + 1, high));
      latest[middle] = most;
      return most;
    };
    fill(0, this.items.length);
    this.latest = latest;
    return latest;
  }

  private sort(): void {
    if (this.kept) {
      this.items.push(...this.kept());
      this.kept = undefined;
      this.sorted = false;
    }
    if (!this.sorted) this.items.sort(compareIntervals);
    this.sorted = true;
  }

  /** Where an item stands, or would stand. */
  private place(item: Interval): number {
    let [low, high] = [0, this.items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.items[middle];
      if (other && compareIntervals(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By their starts, then by their files. */
export function compareIntervals(a: Interval, b: Interval): number {
  return a.start - b.start || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
}
