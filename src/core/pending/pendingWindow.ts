import { phaseAt } from '../model/time/phaseWindows';
import { startGraceMs } from '../model/time/startGrace';
import { dayMs, momentAt, wallTime, weekdayOf } from '../model/time/zoneClock';
import { stageRank } from '../workflow/stages';
import type { PendingPhase, PendingRow } from './pendingRow';

/** The groups of pending changes by window, in the order in which they are listed. */
export const windowNames = [
  'overdue',
  'now',
  'today',
  'tomorrow',
  'week',
  'later',
  'unscheduled',
  'unreadable',
] as const;

export type WindowName = (typeof windowNames)[number];

/** A value that is valid from now until just before a moment (milliseconds since 1970). */
export interface Expiring<T> {
  readonly value: T;
  readonly until: number;
}

type Scheduled = Pick<PendingRow, 'start' | 'end' | 'rank' | 'zone' | 'unreadable'>;

const releasing = stageRank('releasing');
const never = Number.POSITIVE_INFINITY;

/** Whether a change is being deployed now. */
export function isReleasing({ rank }: Pick<PendingRow, 'rank'>): boolean {
  return rank === releasing;
}

/** Whether a change was deployed and is being tested. */
export function isBeyondRelease({ rank }: Pick<PendingRow, 'rank'>): boolean {
  return rank > releasing;
}

/**
 * The window that a row speaks of at a moment, where it has several: the one that is on or comes next once it is being
 * deployed, else the first; none once all are over or it is rolled back.
 */
export function phaseOf(
  row: Scheduled & Pick<PendingRow, 'phases' | 'goesBack'>,
  now: number,
): Expiring<PendingPhase | undefined> {
  const { phases } = row;
  if (phases.length === 0 || row.unreadable || row.goesBack || isBeyondRelease(row))
    return { value: undefined, until: never };
  if (!isReleasing(row)) return { value: phases[0], until: never };
  const value = phaseAt(phases, now);
  return { value, until: value && now < value.end ? value.end : never };
}

/**
 * The group of a change's window at a moment. Overdue are changes that have not begun though their start is past by
 * more than the grace of `schedule/overdue`, and deployments that run beyond the end of their window. `now` holds changes
 * that are being deployed or tested, or start in these minutes. Today,
 * tomorrow and the week, Monday to Sunday, are those of the customer's time zone.
 */
export function windowOf(row: Scheduled, now: number): Expiring<WindowName> {
  const { start, end = start, zone } = row;
  if (row.unreadable) return { value: 'unreadable', until: never };
  if (start === undefined || end === undefined) return { value: 'unscheduled', until: never };
  if (isBeyondRelease(row)) return { value: 'now', until: never };
  if (isReleasing(row)) {
    if (end <= start) return { value: 'now', until: never };
    return now < end ? { value: 'now', until: end } : { value: 'overdue', until: never };
  }
  if (now >= start + startGraceMs) return { value: 'overdue', until: never };
  if (now >= start) return { value: 'now', until: start + startGraceMs };
  const today = wallTime(now, zone).day;
  const day = wallTime(start, zone).day;
  if (day === today) return { value: 'today', until: start };
  if (day === today + 1) return { value: 'tomorrow', until: momentAt(day, 0, zone) };
  const eve = day - 1;
  const monday = day - weekdayOf(day);
  if (monday <= today) return { value: 'week', until: momentAt(eve, 0, zone) };
  return { value: 'later', until: momentAt(Math.min(monday, eve), 0, zone) };
}

/** Whether a change that is not deployed yet starts today in its customer's time zone. */
export function isDueToday({ start, zone, rank }: PendingRow, now: number): boolean {
  if (start === undefined || rank > releasing || Math.abs(start - now) > 2 * dayMs) return false;
  return wallTime(start, zone).day === wallTime(now, zone).day;
}
