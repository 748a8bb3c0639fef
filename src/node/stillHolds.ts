import type { Verdict, VerdictGrounds } from './cache/keptVerdict';
import { changedAnswers } from './changedAnswers';
import { type GitIdentity, gitIdentity } from './gitIdentity';

// Beside what looks records over again: most checks only ask this, and load none of that.

/** Whether nothing changed that a verdict follows from, besides contents and configuration. */
export async function stillHolds({ grounds }: Verdict, root: string, now: number): Promise<boolean> {
  const { asked, git, from = null, until = null, again } = grounds;
  if (again || !isWithin([from, until], now) || changedAnswers(root, asked).length > 0) return false;
  if (git === undefined) return true;
  const identity = await gitIdentity(root);
  return identity?.names === git?.names && sameHistory(identity, git);
}

/** Whether two answers of git follow from the same history. */
export function sameHistory(one: GitIdentity | null | undefined, other: VerdictGrounds['git']): boolean {
  return one?.head === other?.head && one?.cut === other?.cut;
}

/** Whether a moment is in a stretch of time, which may be open at either end. */
export function isWithin([from, until]: readonly (number | null)[], now: number): boolean {
  return (from ?? Number.NEGATIVE_INFINITY) <= now && now < (until ?? Number.POSITIVE_INFINITY);
}
