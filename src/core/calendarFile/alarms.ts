import { durationMinutes } from '../model/time/duration';

/** Default minutes between a reminder and the start. */
const usualAlarm = 15;

/**
 * Reads the times of reminders before the start: durations, or `none` in either language. Returns the first invalid
 * text.
 */
export function alarmsFrom(written: readonly string[]): readonly number[] | string {
  if (written.length === 0) return [usualAlarm];
  const alarms = new Set<number>();
  for (const text of written) {
    const none = text === 'none' || text === 'ninguna';
    const minutes = none ? undefined : durationMinutes(text);
    if (!none && minutes === undefined) return text;
    if (minutes !== undefined && minutes <= 366 * 1440) alarms.add(minutes);
  }
  return [...alarms].sort((a, b) => b - a);
}
