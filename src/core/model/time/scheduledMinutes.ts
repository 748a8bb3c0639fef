import { momentOf } from './dateTime';
import { durationMinutes, longestWindow } from './duration';
import { type PhaseText, phaseWindows } from './phaseWindows';

/** A window as records give it: by its start, and by its duration or its end; or several, by phases. */
interface ScheduleText {
  readonly start?: string | undefined;
  readonly duration?: string | undefined;
  readonly end?: string | undefined;
  readonly phases?: readonly PhaseText[] | undefined;
}

/**
 * Minutes of a window, by its duration, else by its end in a zone; undefined where it has neither, or ends first. With
 * phases, from the start of the first to the end of the last.
 */
export function scheduledMinutes(schedule: ScheduleText | undefined, zone: string): number | undefined {
  const phases = phaseWindows(schedule, zone);
  if (phases.length > 0) {
    const last = Math.max(...phases.map(({ end }) => end));
    return Math.min(Math.round((last - (phases[0]?.start ?? last)) / 60_000), longestWindow);
  }
  const written = durationMinutes(schedule?.duration ?? '');
  if (written !== undefined) return Math.min(written, longestWindow);
  if (schedule?.end === undefined) return undefined;
  const [start, end] = [momentOf(schedule.start, zone), momentOf(schedule.end, zone)];
  if (start === undefined || end === undefined || end < start) return undefined;
  return Math.min(Math.round((end - start) / 60_000), longestWindow);
}
