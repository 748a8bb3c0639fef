import type { WorkspaceConfig } from '../config/workspaceConfig';
import { customerKeyFor } from '../config/workspaceConfig';
import { plainName } from '../model/text/plainName';
import { dayMs } from '../model/time/zoneClock';
import { hasReached, isOpen } from '../workflow/stages';
import {
  bareVersion,
  type ComparedChange,
  digestIn,
  environmentKey,
  type KnownVersions,
} from './comparedChange';
import type { ListedDeployment } from './listedDeployment';
import { Rollbacks, rollbackSlackMs } from './rollbacks';

/** By what a deployment is known to be that of a change. */
export type MatchedBy = 'version' | 'artifact' | 'window' | 'rollback';

/** A deployment with the change that it is of, or why there is none. */
export type DeploymentMatch =
  | {
      readonly kind: 'change';
      readonly deployment: ListedDeployment;
      readonly change: ComparedChange;
      readonly by: MatchedBy;
    }
  /** It may be of any of these. */
  | {
      readonly kind: 'ambiguous';
      readonly deployment: ListedDeployment;
      readonly changes: readonly ComparedChange[];
    }
  /** No change is about it; `near` are of the same version, but for other places. */
  | {
      readonly kind: 'none';
      readonly deployment: ListedDeployment;
      readonly near: readonly ComparedChange[];
    };

/** What deployments are compared by. */
export interface MatchInput {
  readonly config: WorkspaceConfig;
  readonly git: KnownVersions;
}

/** Windows over more days are looked at for every deployment. */
const longestDays = 40;

/**
 * Finds the change that each deployment is of. What a deployment names decides: a tag, a version, a commit that a tag
 * names, the digest of an artifact; of several changes the one in whose window it ran. Where nothing that it names is
 * known, the change counts in whose window it ran and of which nothing else is known to have run there. Where several
 * changes are left, none is chosen.
 */
export function matchDeployments(
  deployments: readonly ListedDeployment[],
  changes: readonly ComparedChange[],
  input: MatchInput,
): DeploymentMatch[] {
  const matcher = new Matcher(changes, input);
  for (const deployment of deployments) matcher.rollbacks.add(deployment, matcher.place(deployment));
  const named = deployments.map((deployment) => ({ deployment, found: matcher.named(deployment) }));
  const claimed = new Set<string>();
  for (const { deployment, found } of named)
    for (const { file } of found.here) claimed.add(`${file}\n${matcher.place(deployment)}`);
  return named.map(({ deployment, found }) => matcher.match(deployment, found, claimed));
}

/** The changes that a deployment names: those for where it ran, and those for other places. */
interface Named {
  readonly here: readonly ComparedChange[];
  readonly elsewhere: readonly ComparedChange[];
}

class Matcher {
  private readonly byName = new Map<string, ComparedChange[]>();
  private readonly byDay = new Map<number, ComparedChange[]>();
  private readonly always: ComparedChange[] = [];
  private readonly tagsByCommit = new Map<string, string[]>();
  readonly rollbacks = new Rollbacks();

  constructor(
    changes: readonly ComparedChange[],
    private readonly input: MatchInput,
  ) {
    for (const tag of input.git.tags.values()) push(this.tagsByCommit, tag.commit, tag.name);
    for (const change of changes) {
      for (const name of namesOf(change)) push(this.byName, name, change);
      if (mayRun(change)) this.addDays(change);
    }
  }

  private addDays(change: ComparedChange): void {
    const days = new Set<number>();
    for (const [start, end] of spansOf(change)) {
      const [first, last] = [Math.floor(start / dayMs), Math.floor((end + rollbackSlackMs) / dayMs)];
      if (last - first > longestDays) {
        this.always.push(change);
        return;
      }
      for (let day = first; day <= last; day++) days.add(day);
    }
    for (const day of days) push(this.byDay, day, change);
  }

  /** Where a deployment ran, as far as it says so. */
  place({ environment, customer }: ListedDeployment): string {
    return JSON.stringify([
      environment === undefined ? null : environmentKey(this.input.config, customer, environment),
      customer === undefined ? null : customerKeyFor(this.input.config, customer),
    ]);
  }

  named(deployment: ListedDeployment): Named {
    const found = new Set<ComparedChange>();
    for (const name of this.namesIn(deployment))
      for (const change of this.byName.get(name) ?? []) found.add(change);
    const here = [...found].filter((change) => this.isPlace(deployment, change));
    return { here, elsewhere: [...found].filter((change) => !here.includes(change)) };
  }

  /** What a deployment names itself counts; only where no record knows that, its commit and its artifact do. */
  private namesIn({ version, ref, commit, artifact }: ListedDeployment): string[] {
    const named = (names: readonly string[]): string[] =>
      names.flatMap((name) => [`tag ${plainName(name)}`, `version ${bareVersion(name)}`]);
    const full = commit === undefined ? undefined : this.input.git.commitOf(commit)?.commit;
    const digest = artifact === undefined ? undefined : digestIn(artifact);
    const ways = [
      named([version, ref].filter((name) => name !== undefined)),
      named(this.tagsByCommit.get(full ?? '') ?? []),
      digest === undefined ? [] : [`artifact ${digest}`],
    ];
    return ways.find((names) => names.some((name) => this.byName.has(name))) ?? [];
  }

  match(
    deployment: ListedDeployment,
    { here, elsewhere }: Named,
    claimed: ReadonlySet<string>,
  ): DeploymentMatch {
    const usable = here.filter(mayRun);
    const best = usable.length > 0 ? usable : here;
    const inWindow = best.filter((change) => isDuring(change, deployment));
    const around = this.around(deployment);
    if (inWindow.length === 0) {
      const [back, ...more] = around.filter((change) =>
        this.rollbacks.goesBack(change, deployment, this.place(deployment), best),
      );
      if (back && more.length === 0) return { kind: 'change', deployment, change: back, by: 'rollback' };
      // A change that waits for its deployment in this very window says more than an old one of that version.
      const waiting = this.waiting(around, deployment, claimed);
      const isOld = best.every(({ facts }) => !isNear(facts.start, deployment.at));
      if (waiting.length > 0 && isOld) return one(deployment, waiting, 'window');
    }
    const chosen = inWindow.length > 0 ? inWindow : best;
    if (chosen.length > 0) return one(deployment, this.byComponent(chosen, deployment), 'version');
    return { kind: 'none', deployment, near: elsewhere };
  }

  /** Changes in whose window it ran, of which no list names a deployment there. */
  private waiting(
    around: readonly ComparedChange[],
    deployment: ListedDeployment,
    claimed: ReadonlySet<string>,
  ): ComparedChange[] {
    const place = this.place(deployment);
    return around.filter(
      (change) => isDuring(change, deployment) && !claimed.has(`${change.file}\n${place}`),
    );
  }

  /** The changes that took place on its day where it ran. */
  private around(deployment: ListedDeployment): ComparedChange[] {
    // A tag ran nowhere in particular, so that a window alone says nothing of it.
    if (deployment.environment === undefined) return [];
    const found = [...(this.byDay.get(Math.floor(deployment.at / dayMs)) ?? []), ...this.always];
    return found.filter((change) => this.isPlace(deployment, change));
  }

  /** Of changes for several programs, those for the one that was deployed, where some are. */
  private byComponent(changes: readonly ComparedChange[], { component }: ListedDeployment) {
    if (component === undefined || changes.length < 2) return changes;
    const wanted = plainName(component);
    const own = changes.filter(({ facts }) => facts.components.some((name) => plainName(name) === wanted));
    return own.length > 0 ? own : changes;
  }

  private isPlace({ environment, customer }: ListedDeployment, { facts }: ComparedChange): boolean {
    const { config } = this.input;
    if (customer !== undefined && facts.customer !== undefined)
      if (customerKeyFor(config, customer) !== facts.customer) return false;
    if (environment === undefined || facts.environments.length === 0) return true;
    const wanted = environmentKey(config, facts.customer, environment);
    return facts.environments.some((name) => environmentKey(config, facts.customer, name) === wanted);
  }
}

function one(
  deployment: ListedDeployment,
  changes: readonly ComparedChange[],
  by: 'version' | 'window',
): DeploymentMatch {
  const [change] = changes;
  return change && changes.length === 1
    ? { kind: 'change', deployment, change, by }
    : { kind: 'ambiguous', deployment, changes };
}

function namesOf({ facts: { release } }: ComparedChange): string[] {
  const { version, tag, artifact } = release ?? {};
  const digest = artifact === undefined ? undefined : digestIn(artifact);
  return [
    ...(tag === undefined ? [] : [`tag ${plainName(tag)}`]),
    ...(version === undefined ? [] : [`version ${bareVersion(version)}`]),
    ...(tag === undefined || version !== undefined ? [] : [`version ${bareVersion(tag)}`]),
    ...(digest === undefined ? [] : [`artifact ${digest}`]),
  ];
}

/** When a change takes place by its plan, and when it did. */
function spansOf({ facts }: ComparedChange): [start: number, end: number][] {
  const { start, end, phases, actualStart, actualEnd } = facts;
  const planned = phases ?? [{ start, end }];
  return [...planned, { start: actualStart, end: actualEnd ?? actualStart }].flatMap((span) =>
    span.start === undefined || span.end === undefined ? [] : [[span.start, span.end] as [number, number]],
  );
}

function isDuring(change: ComparedChange, { at }: ListedDeployment): boolean {
  return spansOf(change).some(([start, end]) => start <= at && at <= end);
}

function isNear(start: number | undefined, at: number): boolean {
  return start !== undefined && Math.abs(at - start) <= 2 * dayMs;
}

/** Whether a change was to be deployed at all, and not refused or still being prepared. */
export function mayRun({ facts }: ComparedChange): boolean {
  return hasReached(facts.stage, 'to_be_released');
}

/** Whether a change says that it was deployed. */
export function saysDeployed({ facts }: ComparedChange): boolean {
  return hasReached(facts.stage, 'in_testing') || (!isOpen(facts.stage) && facts.actualStart !== undefined);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
