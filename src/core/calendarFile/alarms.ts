import { durationMinutes } from '../model/time/duration';

/** Minutes before the start at which an entry reminds of itself where nobody says otherwise. */
export const usualAlarm = 15;

/** Reads how long before the start reminders come: durations, or `none` in either language; gives the first text that is neither. */
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
