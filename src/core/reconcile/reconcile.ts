import { customerKeyFor, type WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { bareVersion, type ComparedChange, environmentKey, type KnownVersions } from './comparedChange';
import type { ApprovalEvidence } from './deploymentApprovals';
import { judgeDeployment, judgeVersion, tagOf } from './judgeDeployment';
import type { ListedDeployment } from './listedDeployment';
import { type DeploymentMatch, matchDeployments, saysDeployed } from './matchDeployments';
import { exceptionKinds, type ReconcileException } from './reconcileException';
import { type SweepingRow, sweepingRows, type UnrecordedRow, unrecordedRow } from './unrecorded';

/** Which deployments and changes are told of; everything is compared. */
export interface ReconcileScope {
  /** First moment, and the first one after it. */
  readonly from: number;
  readonly to: number;
  readonly customer?: string | undefined;
  readonly environment?: string | undefined;
}

/** What is compared. */
export interface ReconcileInput extends ReconcileScope {
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly changes: readonly ComparedChange[];
  readonly deployments: readonly ListedDeployment[];
  readonly git: KnownVersions;
  readonly cut: boolean;
  readonly now: number;
}

/** What was deployed, as far as it is in the scope. */
export interface ScopedMatches {
  readonly matches: readonly DeploymentMatch[];
  /** By the file of a change: the environments in which it is known to have been deployed; undefined: somewhere. */
  readonly deployed: ReadonlyMap<string, ReadonlySet<string | undefined>>;
}

/** A deployment that needs no record, and by which row of the configuration. */
export interface ExcusedDeployment {
  readonly deployment: ListedDeployment;
  readonly row: UnrecordedRow;
  /** Whether who deployed it is who says that it needs none. */
  readonly own: boolean;
}

/** What came of the comparison. */
export interface Reconciled {
  readonly exceptions: readonly ReconcileException[];
  readonly excused: readonly ExcusedDeployment[];
  /** The rows by which nothing that ran somewhere needs a record. */
  readonly sweeping: readonly SweepingRow[];
  /** How many deployments and deployed changes were compared. */
  readonly deployments: number;
  readonly changes: number;
  /** Changes that name no release, where only tags tell what ran. */
  readonly notCompared: readonly ComparedChange[];
}

/** Finds the change of every deployment, and keeps those that are asked about. */
export function matchInScope(input: ReconcileInput): ScopedMatches {
  const all = matchDeployments(input.deployments, input.changes, input);
  const deployed = new Map<string, Set<string | undefined>>();
  for (const match of all) {
    if (match.kind === 'none') continue;
    const changes = match.kind === 'change' ? [match.change] : match.changes;
    for (const { file, facts } of changes) {
      const { environment } = match.deployment;
      const key = environment && environmentKey(input.config, facts.customer, environment);
      const known = deployed.get(file) ?? new Set();
      known.add(key);
      deployed.set(file, known);
    }
  }
  return { matches: all.filter((match) => isInScope(match, input)), deployed };
}

function isInScope(match: DeploymentMatch, scope: ReconcileInput): boolean {
  const { at, environment, customer } = match.deployment;
  if (at < scope.from || at >= scope.to) return false;
  const own = match.kind === 'change' ? match.change.facts.customer : undefined;
  const whose = customer === undefined ? own : customerKeyFor(scope.config, customer);
  if (scope.customer !== undefined && whose !== undefined && whose !== scope.customer) return false;
  return isAsked(environment, scope, whose);
}

/** What says no environment may have been in any. */
function isAsked(
  environment: string | undefined,
  { config, environment: asked }: ReconcileInput,
  customer?: string,
): boolean {
  if (asked === undefined || environment === undefined) return true;
  return environmentKey(config, customer, environment) === environmentKey(config, customer, asked);
}

/**
 * Compares what ran with what the records say and with what git has.
 *
 * @param evidenceOf what git shows of the approvals of a deployment's change
 */
export function reconcile(
  { matches, deployed }: ScopedMatches,
  input: ReconcileInput,
  evidenceOf: (match: DeploymentMatch) => ApprovalEvidence | undefined,
): Reconciled {
  const exceptions: ReconcileException[] = [];
  const excused: ExcusedDeployment[] = [];
  const names = namesKnown(input);
  for (const match of matches) {
    const { deployment } = match;
    const judged = { ...input, evidence: evidenceOf(match) };
    if (match.kind === 'change') {
      const entry = input.index.entry(match.change.file);
      exceptions.push(...judgeDeployment(match, { ...judged, entry }));
      if (isUnknownOf(match, names, input))
        exceptions.push({ kind: 'unknownVersion', deployment, change: match.change });
    } else if (match.kind === 'ambiguous') {
      exceptions.push({ kind: 'ambiguous', deployment, candidates: match.changes });
    } else {
      const row = unrecordedRow(deployment, input.config);
      if (row) {
        const own = input.config.people.related(row.by, deployment.by);
        excused.push({ deployment, row, own });
        continue;
      }
      const unknown = isUnknown(deployment, names, input.git) ? { unknown: true as const } : {};
      exceptions.push({ kind: 'noRecord', deployment, candidates: match.near, ...unknown });
    }
    exceptions.push(...judgeVersion(deployment, { ...judged, entry: undefined }));
  }
  const { missing, notCompared, compared } = changesWithout(deployed, input);
  exceptions.push(...missing);
  return {
    exceptions: exceptions.sort(inOrder),
    excused,
    sweeping: sweepingRows(
      matches.map(({ deployment }) => deployment),
      input.config,
    ),
    deployments: matches.length,
    changes: compared,
    notCompared,
  };
}

function inOrder(one: ReconcileException, other: ReconcileException): number {
  const rank = ({ kind }: ReconcileException): number => exceptionKinds.indexOf(kind);
  const at = ({ deployment, change }: ReconcileException): number =>
    deployment?.at ?? change?.facts.actualStart ?? change?.facts.start ?? 0;
  return rank(one) - rank(other) || at(one) - at(other);
}

/** Every version that a record names. */
function namesKnown({ changes }: ReconcileInput): ReadonlySet<string> {
  const names = changes.flatMap(({ facts: { release } }) => [release?.version, release?.tag]);
  return new Set(names.filter((name) => name !== undefined).map(bareVersion));
}

/** Whether nothing that is known is called as what ran is. */
function isUnknown(deployment: ListedDeployment, names: ReadonlySet<string>, git: KnownVersions): boolean {
  const { version, ref, commit } = deployment;
  const written = [version, ref].filter((name) => name !== undefined);
  if (written.length === 0 && commit === undefined) return false;
  if (commit !== undefined && git.commitOf(commit)) return false;
  return !tagOf(deployment, git) && !written.some((name) => names.has(bareVersion(name)));
}

/**
 * Whether only the window says that what ran is of a change, which names no release, and nobody knows what ran. A commit
 * that git does not have is told by itself.
 */
function isUnknownOf(
  { by, change, deployment }: Extract<DeploymentMatch, { readonly kind: 'change' }>,
  names: ReadonlySet<string>,
  { git, cut }: ReconcileInput,
): boolean {
  const { version, tag } = change.facts.release ?? {};
  if (by !== 'window' || version !== undefined || tag !== undefined) return false;
  if (deployment.version === undefined && deployment.ref === undefined) return false;
  return (deployment.commit === undefined || cut) && isUnknown(deployment, names, git);
}

/** Changes that say that they were deployed, of which no list knows a deployment. */
function changesWithout(
  deployed: ScopedMatches['deployed'],
  input: ReconcileInput,
): { missing: ReconcileException[]; notCompared: ComparedChange[]; compared: number } {
  const { config, deployments } = input;
  const onlyTags = deployments.every(({ place }) => place.row === undefined);
  const known = new Set(
    deployments.flatMap(({ environment }) =>
      environment === undefined ? [] : [environmentKey(config, undefined, environment)],
    ),
  );
  const missing: ReconcileException[] = [];
  const notCompared: ComparedChange[] = [];
  let compared = 0;
  for (const change of input.changes) {
    const { facts, file } = change;
    const at = facts.actualStart ?? facts.start;
    const wasReplaced = facts.outcome === 'superseded' && facts.actualStart === undefined;
    if (at === undefined || at < input.from || at >= input.to || !saysDeployed(change) || wasReplaced)
      continue;
    if (input.customer !== undefined && facts.customer !== input.customer) continue;
    const environments = facts.environments.filter((name) => isAsked(name, input, facts.customer));
    if (environments.length === 0 && facts.environments.length > 0) continue;
    if (onlyTags && facts.release?.tag === undefined && facts.release?.version === undefined) {
      notCompared.push(change);
      continue;
    }
    compared++;
    const where = deployed.get(file);
    if (!where) missing.push({ kind: 'noDeployment', change, environments });
    else if (!where.has(undefined)) {
      const left = environments.filter((name) => {
        const key = environmentKey(config, facts.customer, name);
        return !where.has(key) && known.has(key);
      });
      if (left.length > 0) missing.push({ kind: 'noDeployment', change, environments: left });
    }
  }
  return { missing, notCompared, compared };
}
