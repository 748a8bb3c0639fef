import { temporal } from './lazyTemporal';

/**
 * A moment as records write it: ISO 8601 with the zone's offset, to the minute: `2026-11-25T22:03+01:00`.
 *
 * @param unit `second` where the order of moments matters
 */
export function isoWithOffset(epochMs: number, zone: string, unit: 'minute' | 'second' = 'minute'): string {
  const moment = temporal().Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return moment.toString({ timeZoneName: 'never', smallestUnit: unit });
}
