import type { Language } from '../model/text/localized';
import { dayOf, momentAt } from '../model/time/zoneClock';

/** What a pack for auditors is about. With the commit it says everything that the pack's bytes follow from. */
export interface PackOptions {
  /** First and last day, as in `2026-01-01`; both belong to the period. */
  readonly from: string;
  readonly to: string;
  /** A customer, by key or name; without one the changes of all. */
  readonly customer?: string;
  /** How many changes are drawn to be looked at closely; all where there are no more. */
  readonly sample: number;
  /** What the draw follows from. */
  readonly seed: string;
  readonly language: Language;
  /** When the pack was made, where whoever made it wanted that said: with an offset. */
  readonly now?: string;
}

/** A stretch of time in milliseconds since 1970; the end does not belong to it. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** So many changes are drawn where nobody says how many. */
export const usualSample = 25;

/** What the draw follows from where nobody says that. */
export function usualSeed({ from, to }: Pick<PackOptions, 'from' | 'to'>): string {
  return `${from}..${to}`;
}

/** From the first moment of the first day to the last one of the last day, by the clocks of a zone. */
export function periodOf({ from, to }: Pick<PackOptions, 'from' | 'to'>, zone: string): Period {
  return { start: momentAt(dayOf(from) ?? 0, 0, zone), end: momentAt((dayOf(to) ?? 0) + 1, 0, zone) };
}
