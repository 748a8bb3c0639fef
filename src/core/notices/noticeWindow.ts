import { momentOf } from '../model/time/dateTime';
import { phaseAt, phaseWindows } from '../model/time/phaseWindows';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import type { NoticeInput } from './noticeInput';

/** The window that a notice speaks of: of several phases the one that is on, else the next, else the last. */
export function windowOf({ record, zone, now }: Pick<NoticeInput, 'record' | 'zone' | 'now'>): {
  start: number | undefined;
  end: number | undefined;
} {
  const { schedule } = record.data;
  const phase = phaseAt(phaseWindows(schedule, zone), now);
  const start = phase?.start ?? momentOf(schedule?.start, zone);
  const minutes = phase ? (phase.end - phase.start) / 60_000 : scheduledMinutes(schedule, zone);
  return { start, end: start === undefined || !minutes ? undefined : start + minutes * 60_000 };
}
