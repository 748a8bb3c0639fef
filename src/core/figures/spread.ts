/** The median and the 90th percentile of some values; null where there are none. */
export interface Spread {
  readonly median: number | null;
  readonly p90: number | null;
}

/** The middle of some values, and what nine in ten of them do not exceed. */
export function spreadOf(values: readonly number[]): Spread {
  // Numbers alone are sorted in a tenth of the time that any values take.
  const sorted = Float64Array.from(values).sort();
  return { median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) };
}

/**
 * A percentile as spreadsheets reckon it: between the two values around the place `share * (count - 1)`, in a straight
 * line. The median of an even number of values lies halfway between the two in the middle.
 *
 * @param sorted from the least to the greatest
 * @param share from 0 to 1
 */
function percentile(sorted: Float64Array, share: number): number | null {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below], sorted[below + 1]];
  if (low === undefined) return null;
  return high === undefined ? low : low + (high - low) * (place - below);
}
