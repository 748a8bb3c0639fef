import type { ChangePhase } from './changeSummary';

/** What of a change says when and where it takes place. */
interface Timed {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly environments: readonly string[];
  readonly phases?: readonly ChangePhase[] | undefined;
}

/** A change as several with one window each, where it has phases; else the change itself. */
export function stretchesOf<T extends Timed>(change: T): readonly T[] {
  const { phases } = change;
  if (!phases) return [change];
  return phases.map(({ start, end, environments = change.environments, startAt }) => ({
    ...change,
    ...{ start, end, environments },
    ...(startAt ? { startAt } : {}),
    phases: undefined,
  }));
}
