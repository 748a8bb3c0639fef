import { temporal } from './lazyTemporal';

/** A moment as records write it: ISO 8601 to the minute, with the zone's offset: `2026-11-25T22:03+01:00`. */
export function isoWithOffset(epochMs: number, zone: string): string {
  const moment = temporal().Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
