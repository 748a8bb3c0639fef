import { plainName } from '../model/text/plainName';
import { dayMs } from '../model/time/zoneClock';
import { hasReached } from '../workflow/stages';
import { bareVersion, type ComparedChange, digestIn } from './comparedChange';
import type { ListedDeployment } from './listedDeployment';

/** A change that was being rolled back may take so long after its end, in milliseconds. */
export const rollbackSlackMs = 2 * 60 * 60_000;
/** No rollback takes longer, whatever end its record says. */
const longestRollbackMs = dayMs;

/** Which deployments are rollbacks: they bring back what ran before. */
export class Rollbacks {
  /** By the place and what ran there: since when, in milliseconds since 1970. */
  private readonly firstRuns = new Map<string, number>();

  /** Remembers what ran where. */
  add(deployment: ListedDeployment, place: string): void {
    for (const run of runsIn(deployment, place))
      this.firstRuns.set(run, Math.min(deployment.at, this.firstRuns.get(run) ?? deployment.at));
  }

  /**
   * Whether a deployment is the rollback of a change: it ran while the change was being rolled back, and is the version
   * that the change goes back to, or one that ran there before it. Anything else that runs meanwhile is something new.
   *
   * @param named changes that the deployment names
   */
  goesBack(
    { facts }: ComparedChange,
    deployment: ListedDeployment,
    place: string,
    named: readonly ComparedChange[],
  ): boolean {
    if (!wasRollingBack(facts, deployment)) return false;
    const runs = runsIn(deployment, place);
    const since = facts.actualStart ?? facts.start ?? Number.NEGATIVE_INFINITY;
    if (runs.length === 0 || named.some((other) => beganBefore(other, since))) return true;
    const to = facts.rollbackTo === undefined ? undefined : bareVersion(facts.rollbackTo);
    const names = [deployment.version, deployment.ref].filter((name) => name !== undefined);
    if (to !== undefined && names.some((name) => bareVersion(name) === to)) return true;
    return runs.some((run) => (this.firstRuns.get(run) ?? deployment.at) < since);
  }
}

function wasRollingBack(
  { rollbackAt, actualEnd = 0, end = 0 }: ComparedChange['facts'],
  { at }: ListedDeployment,
): boolean {
  if (rollbackAt === undefined) return false;
  const last = Math.min(
    Math.max(actualEnd, end, rollbackAt) + rollbackSlackMs,
    rollbackAt + longestRollbackMs,
  );
  return rollbackAt - rollbackSlackMs / 8 <= at && at <= last;
}

/** What a deployment says of what ran, with the place. A branch is something else each day. */
function runsIn(
  { version, ref, commit, artifact, component = '' }: ListedDeployment,
  place: string,
): string[] {
  const thing =
    version !== undefined
      ? `version ${bareVersion(version)}`
      : commit !== undefined
        ? `commit ${commit}`
        : artifact !== undefined
          ? `artifact ${digestIn(artifact) ?? plainName(artifact)}`
          : ref === undefined
            ? undefined
            : `version ${bareVersion(ref)}`;
  return thing === undefined ? [] : [`${place} ${plainName(component)} ${thing}`];
}

/** Whether a change was carried out before a moment. */
function beganBefore({ facts: { stage, start, actualStart } }: ComparedChange, moment: number): boolean {
  const began = actualStart ?? start;
  return hasReached(stage, 'in_testing') && began !== undefined && began < moment;
}
