import { dayMs } from '../model/time/zoneClock';
import { integer } from '../model/vocabulary/fieldTypes';
import type { RuleOption, WorkspaceContext } from './rule';

/** Ten years; more would lead out of the calendar. */
const mostDays = 3660;

/** What is over its time: when it was due, and how bad that is by now. */
interface PassedDeadline {
  /** In milliseconds since 1970; undefined where nobody knows since when it is owed. */
  readonly due: number | undefined;
  readonly severity: 'warning' | 'error';
}

/** The options of a rule about something that is owed within some days: a warning at first, an error later. */
export function deadlineOptions(
  description: { readonly days: RuleOption['description']; readonly error: RuleOption['description'] },
  days?: number,
): { readonly days: RuleOption; readonly error_days: RuleOption } {
  return {
    days: { type: integer, default: days, allowance: true, description: description.days },
    error_days: { type: integer, default: undefined, allowance: true, description: description.error },
  };
}

/**
 * Whether something is over its time by the options of its rule; undefined where it is not, or where nothing is owed.
 *
 * @param since from when on its days are counted, in milliseconds since 1970; undefined where nobody knows, and then it
 * is over its time at once
 */
export function passedDeadline(
  since: number | undefined,
  { option, hasPassed }: Pick<WorkspaceContext, 'option' | 'hasPassed'>,
): PassedDeadline | undefined {
  const ends = (['error_days', 'days'] as const).flatMap((name) => {
    const days = option(name);
    return typeof days === 'number' ? [{ name, end: (since ?? 0) + Math.min(days, mostDays) * dayMs }] : [];
  });
  const [worst] = ends.filter(({ end }) => hasPassed(end));
  if (!worst) return undefined;
  const due = since === undefined ? undefined : Math.min(...ends.map(({ end }) => end));
  return { due, severity: worst.name === 'days' ? 'warning' : 'error' };
}
