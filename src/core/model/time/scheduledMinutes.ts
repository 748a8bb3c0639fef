import { momentOf } from './dateTime';
import { durationMinutes, longestWindow } from './duration';

/** A window as records give it: by its start, and by its duration or its end. */
interface ScheduleText {
  readonly start?: string | undefined;
  readonly duration?: string | undefined;
  readonly end?: string | undefined;
}

/** Minutes of a window, by its duration, else by its end in a zone; undefined where it has neither, or ends first. */
export function scheduledMinutes(schedule: ScheduleText | undefined, zone: string): number | undefined {
  const written = durationMinutes(schedule?.duration ?? '');
  if (written !== undefined) return Math.min(written, longestWindow);
  if (schedule?.end === undefined) return undefined;
  const [start, end] = [momentOf(schedule.start, zone), momentOf(schedule.end, zone)];
  if (start === undefined || end === undefined || end < start) return undefined;
  return Math.min(Math.round((end - start) / 60_000), longestWindow);
}
