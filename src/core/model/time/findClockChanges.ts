/** A moment (milliseconds since 1970) at which the clocks of a zone change, with their offsets around it. */
export interface ClockChange {
  readonly at: number;
  /** Milliseconds ahead of UTC before it, and from it on. */
  readonly before: number;
  readonly after: number;
}

/** Shorter than the time between two clock changes of any zone: the closest ones are a week apart. */
const stride = 4 * 86_400_000;

/**
 * The clock changes after `from`, up to `to`, in order.
 *
 * @param offsetAt the zone's offset at a moment
 */
export function findClockChanges(
  offsetAt: (epochMs: number) => number,
  from: number,
  to: number,
): ClockChange[] {
  const changes: ClockChange[] = [];
  let before = offsetAt(from);
  for (let left = from; left < to; left += stride) {
    const right = Math.min(left + stride, to);
    const after = offsetAt(right);
    if (after !== before) changes.push({ at: changeBetween(offsetAt, left, right, after), before, after });
    before = after;
  }
  return changes;
}

/** The minute from which the offset `after` holds, by bisection: it does not hold at `left` and does at `right`. */
function changeBetween(
  offsetAt: (epochMs: number) => number,
  left: number,
  right: number,
  after: number,
): number {
  let [low, high] = [Math.floor(left / 60_000), Math.ceil(right / 60_000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 60_000) === after) high = middle;
    else low = middle;
  }
  return high * 60_000;
}
