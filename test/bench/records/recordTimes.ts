import type { PlannedChange } from './recordPlan';

/** The moment that counts as now in the benchmark: open changes lie around it, closed ones before. */
export const benchNow = '2026-11-16T12:00+01:00';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2023, 0, 10);
const lastClosedDay = Date.UTC(2026, 8, 15);
/** Open changes were asked for in the weeks before `benchNow`. */
const openDay = Date.UTC(2026, 10, 10);
const closedStates = new Set(['done', 'rejected', 'cancelled']);

type Dated = Pick<PlannedChange, 'number' | 'of' | 'status' | 'slot'>;

/** The day that a change's dates are counted from. */
function baseDay({ number, of, status }: Dated): number {
  if (!closedStates.has(status)) return openDay;
  const day = firstDay + Math.min(1, number / of) * (lastClosedDay - firstDay);
  return tuesdayFrom(Math.floor(day / dayMs) * dayMs);
}

/** A day before or after it, as `2026-11-03`. */
export function dayOf(change: Dated, days: number): string {
  return isoDay(baseDay(change) + days * dayMs);
}

/**
 * The start of a change's window: a Tuesday evening. Windows to come are one a month for each customer, as often as
 * product code may be deployed, so that nothing collides.
 */
export function startOf(change: Dated): string {
  const day = change.status === 'to_be_released' ? monthlyDay(change.slot) : baseDay(change);
  return `${isoDay(day)}T22:00${offsetOf(day)}`;
}

/** The offset of Madrid at the end of the day on which a closed change took place. */
export function offsetOfChange(change: Dated): string {
  return offsetOf(baseDay(change));
}

function offsetOf(day: number): string {
  const year = new Date(day).getUTCFullYear();
  return day > lastSunday(year, 2) && day < lastSunday(year, 9) ? '+02:00' : '+01:00';
}

function lastSunday(year: number, month: number): number {
  const lastDay = Date.UTC(year, month + 1, 0);
  return lastDay - new Date(lastDay).getUTCDay() * dayMs;
}

/** The second Tuesday of the month, counted from January 2027: behind the Christmas freeze. */
function monthlyDay(slot: number): number {
  return tuesdayFrom(Date.UTC(2027, slot, 8));
}

function tuesdayFrom(day: number): number {
  return day + ((9 - new Date(day).getUTCDay()) % 7) * dayMs;
}

function isoDay(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
