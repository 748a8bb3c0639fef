import type { ParsedRecord } from '../model/parse/record';
import { momentOf } from '../model/time/dateTime';
import { scheduledMinutes } from '../model/time/scheduledMinutes';

/** Start and end in milliseconds since 1970, as far as they are known. */
export interface TimeSpan {
  readonly start?: number;
  readonly end?: number;
}

/** When a change was to take place, and when it did. */
export interface PlannedTimes {
  readonly planned: TimeSpan;
  readonly actual: TimeSpan;
  /** How much later than planned it began and ended, in minutes; negative where earlier. */
  readonly startLate?: number;
  readonly endLate?: number;
}

/** Reads the times of a change in its zone; undefined for other records, which have none. */
export function plannedTimes(record: ParsedRecord, zone: string): PlannedTimes | undefined {
  if (record.type !== 'change') return undefined;
  const { schedule, actual } = record.data;
  const start = momentOf(schedule?.start, zone);
  const minutes = scheduledMinutes(schedule, zone);
  const planned = span(
    start,
    start === undefined || minutes === undefined ? undefined : start + minutes * 60_000,
  );
  const real = span(momentOf(actual?.start, zone), momentOf(actual?.end, zone));
  const [startLate, endLate] = [minutesLate(planned.start, real.start), minutesLate(planned.end, real.end)];
  return {
    planned,
    actual: real,
    ...(startLate === undefined ? {} : { startLate }),
    ...(endLate === undefined ? {} : { endLate }),
  };
}

function span(start: number | undefined, end: number | undefined): TimeSpan {
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** How much later than planned something was, in minutes; undefined where one of them is not known. */
export function minutesLate(planned: number | undefined, actual: number | undefined): number | undefined {
  return planned === undefined || actual === undefined ? undefined : Math.round((actual - planned) / 60_000);
}
