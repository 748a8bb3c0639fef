import { type ClockChange, findClockChanges } from './findClockChanges';
import { offsetAt } from './zoneClock';

/** The clock changes of a zone after `from`, up to `to`, in order. */
export function clockChanges(zone: string, from: number, to: number): ClockChange[] {
  return findClockChanges((moment) => offsetAt(zone, moment), from, to);
}
