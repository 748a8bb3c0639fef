import { localText } from './localText';
import { offsetLike, zoneMinutes } from './writeMoment';

/**
 * A moment as records and reports write it: ISO 8601 with the zone's offset, to the minute: `2026-11-25T22:03+01:00`.
 *
 * @param unit `second` where the order of moments matters
 */
export function isoWithOffset(epochMs: number, zone: string, unit: 'minute' | 'second' = 'minute'): string {
  const seconds = String(Math.floor(epochMs / 1000) % 60).padStart(2, '0');
  const time = localText(epochMs, zone).replace(' ', 'T') + (unit === 'second' ? `:${seconds}` : '');
  return time + offsetLike('+00:00', zoneMinutes(epochMs, zone));
}
