import { globTest } from '../../core/config/globs';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { RecordIndex } from '../../core/index/recordIndex';
import { clockSlackMs } from '../../core/model/time/clockSlack';
import { dateOf, wallTime } from '../../core/model/time/zoneClock';
import type { ComparedChange, KnownTag, KnownVersions } from '../../core/reconcile/comparedChange';
import { bareVersion } from '../../core/reconcile/comparedChange';
import type { FoundFault, ListedDeployment } from '../../core/reconcile/listedDeployment';
import type { MissingPart } from '../../core/reconcile/missingPart';
import {
  matchInScope,
  type Reconciled,
  type ReconcileScope,
  reconcile,
} from '../../core/reconcile/reconcile';
import {
  type DoubledDeployment,
  type NamedList,
  type TakenList,
  takeDeployments,
} from '../../core/reconcile/takeDeployments';
import { headAndNames } from '../gitIdentity';
import { reasonOf } from '../readOnlyGit';
import { readSurveyed, type SurveyOptions } from '../readSurveyed';
import type { Unreadable } from '../walk';
import { mayBeInRepository } from '../workspaceRoot';
import { type CommitLine, readCommitLine } from './commitLine';
import { type ApprovalsThen, readApprovalsThen } from './readApprovalsThen';
import { readTags, readVersions } from './readVersions';

/** The records of a workspace, ready to be compared. */
export interface ComparedWorkspace {
  readonly root: string;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly changes: readonly ComparedChange[];
  readonly unreadable: readonly Unreadable[];
}

/** What deployments are compared by. */
export interface ReconcileWishes extends ReconcileScope {
  readonly lists: readonly NamedList[];
  /** Globs of the tags that count as deployments; undefined: those that read as versions, where there is no list. */
  readonly tags?: readonly string[] | undefined;
  /** The zone of times that name none. */
  readonly zone?: string | undefined;
  readonly now: number;
}

/** What came of it. */
export interface ReconciledWorkspace {
  readonly reconciled: Reconciled;
  readonly lists: readonly TakenList[];
  readonly doubled: readonly DoubledDeployment[];
  readonly faults: readonly FoundFault[];
  readonly missing: readonly MissingPart[];
}

/** Whatever stands before the version: `release-`, `apps/portal/v`, `@scope/portal@`. */
const readsAsVersion = /^(?:.*[-/@_])?v?\d+\.\d+/i;

/** Reads the changes of a workspace as far as their delivery goes. */
export async function readCompared(root: string, options: SurveyOptions = {}): Promise<ComparedWorkspace> {
  const { config, records, unreadable } = await readSurveyed(root, options);
  const changes: ComparedChange[] = [];
  for (const file of records.files()) {
    const facts = records.delivery(file);
    if (facts) changes.push({ file, facts });
  }
  return { root, config: config.config, index: new RecordIndex(records), changes, unreadable };
}

/** Compares what ran with what the records of a workspace say and with what git has. */
export async function reconcileWorkspace(
  { root, config, index, changes, unreadable }: ComparedWorkspace,
  wishes: ReconcileWishes,
): Promise<ReconciledWorkspace> {
  const { lists: named, zone } = wishes;
  const taken = takeDeployments(named, zone);
  const latest = wishes.now + clockSlackMs;
  const ran = taken.deployments.filter(({ at }) => at <= latest);
  const { git, cut, line, missing } = await gitOf(root, ran, wishes.now);
  const { tags, undated } = tagDeployments(git.tags, wishes, ran);
  const deployments = [...ran, ...tags].sort((one, other) => one.at - other.at);
  const input = { ...wishes, config, index, changes, deployments, git, cut };
  const scoped = matchInScope(input);
  const wished = scoped.matches.flatMap((match) =>
    match.kind === 'change' && match.by !== 'rollback'
      ? [{ file: match.change.file, at: match.deployment.at }]
      : [],
  );
  const isSilent = line === undefined;
  const then: ApprovalsThen = line ? await readApprovalsThen(root, wished, cut, line) : () => undefined;
  const reconciled = reconcile(scoped, input, (match) =>
    match.kind === 'change' ? then(match.change.file, match.deployment.at) : undefined,
  );
  if (unreadable.length > 0) missing.push({ part: 'unread', args: { count: unreadable.length } });
  if (undated.length > 0)
    missing.push({ part: 'undated', args: { count: undated.length, tags: undated.slice(0, 5).join(', ') } });
  const toCome = taken.deployments
    .filter(({ at }) => at > latest && at < wishes.to)
    .map(({ place: { list, row } }) => `${list}:${row ?? '?'}`);
  if (toCome.length > 0)
    missing.push({ part: 'toCome', args: { count: toCome.length, rows: toCome.slice(0, 5).join(', ') } });
  if (taken.loose.length > 0) missing.push({ part: 'loose', args: { count: taken.loose.length } });
  const unknown = isSilent ? 0 : wished.filter(({ file, at }) => then(file, at) === undefined).length;
  if (unknown > 0) missing.push({ part: 'approvals', args: { count: unknown } });
  if (reconciled.deployments === 0 && reconciled.changes === 0)
    missing.push({ part: 'nothing', args: periodOf(wishes, config.data.timezone ?? 'UTC') });
  const ownTags = tags.length > 0 || wishes.tags ? [tagList(tags, wishes)] : [];
  return {
    reconciled,
    lists: [...taken.lists, ...ownTags],
    doubled: taken.doubled,
    faults: taken.faults,
    missing,
  };
}

function periodOf({ from, to }: ReconcileScope, zone: string): { from: string; to: string } {
  return { from: dateOf(wallTime(from, zone).day), to: dateOf(wallTime(to - 1, zone).day) };
}

function tagList(tags: readonly ListedDeployment[], { tags: globs }: ReconcileWishes): TakenList {
  return { list: globs?.join(', ') ?? 'v*', form: 'tags', rows: tags.length, notRun: 0 };
}

/** What git knows, or why it says nothing. */
async function gitOf(
  root: string,
  deployments: readonly ListedDeployment[],
  now: number,
): Promise<{ git: KnownVersions; cut: boolean; line?: CommitLine; missing: MissingPart[] }> {
  const silent = (reason: string) => ({
    git: { tags: new Map<string, KnownTag>(), commitOf: () => undefined },
    // What nobody knows may well be there.
    cut: true,
    missing: [{ part: 'noGit', args: { reason } } satisfies MissingPart],
  });
  if (!mayBeInRepository(root)) return silent('noRepository');
  const known = await headAndNames(root).catch((error: unknown) => ({ failed: String(error) }));
  if ('failed' in known) return silent(reasonOf(new Error(known.failed)));
  const { cut } = known.identity;
  try {
    const line = await readCommitLine(root);
    const tags = await readTags(root, now, line);
    const git = await readVersions(root, tags, hashesIn(deployments));
    return { git, cut, line, missing: cut ? [{ part: 'shallow' }] : [] };
  } catch (error) {
    return silent(reasonOf(error));
  }
}

function* hashesIn(deployments: readonly ListedDeployment[]): Iterable<string> {
  for (const { commit } of deployments) if (commit !== undefined) yield commit;
}

/**
 * The tags that count as deployments: no list says when the version of any of them ran. `undated`: the names of those of
 * which git does not know when that was either.
 */
function tagDeployments(
  tags: ReadonlyMap<string, KnownTag>,
  { lists, tags: globs }: ReconcileWishes,
  listed: readonly ListedDeployment[],
): { readonly tags: readonly ListedDeployment[]; readonly undated: readonly string[] } {
  if (!globs && lists.length > 0) return { tags: [], undated: [] };
  const isMeant = globs ? globTest(globs) : (name: string): boolean => readsAsVersion.test(name);
  const versions = new Set(
    listed.flatMap(({ version, ref }) => [version, ref].flatMap((name) => (name ? [bareVersion(name)] : []))),
  );
  const commits = new Set(listed.flatMap(({ commit }) => commit ?? []));
  const meant = [...tags.values()].filter(
    ({ name, commit }) => isMeant(name) && !versions.has(bareVersion(name)) && !commits.has(commit),
  );
  return {
    tags: meant.flatMap(({ name, commit, at, by }): ListedDeployment[] =>
      at === undefined
        ? []
        : [{ ...{ at, version: name, commit, by, state: 'unknown' }, place: { list: name } }],
    ),
    undated: meant.flatMap(({ name, at }) => (at === undefined ? name : [])),
  };
}
