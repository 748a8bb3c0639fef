import type { Period } from '../../core/auditPack/packOptions';
import type { CountedTag, PackReconciliation } from '../../core/auditPack/packReconciliation';
import { customerKeyFor } from '../../core/config/workspaceConfig';
import type { Language } from '../../core/model/text/localized';
import type { FoundFault } from '../../core/reconcile/listedDeployment';
import { missingText } from '../../core/reconcile/missingPart';
import { reportReconciled } from '../../core/reconcile/reportReconciled';
import { copyCommit } from '../receipt/commitCopy';
import { readCommitLine } from '../reconcile/commitLine';
import { readDeploymentBytes } from '../reconcile/readDeploymentList';
import { readTags } from '../reconcile/readVersions';
import { readCompared, reconcileWorkspace } from '../reconcile/reconcileWorkspace';

/** What a pack compares its records with. */
export interface PackDeployments {
  /** Lists of deployments by their paths in the pack. */
  readonly lists: ReadonlyMap<string, Buffer>;
  readonly patterns: readonly string[];
  readonly zone: string | undefined;
  /** Names of the tags that counted when the pack was made; undefined where it is made for the first time. */
  readonly tagNames?: ReadonlySet<string>;
}

/** What is compared, and for which reader. */
export interface PackScope {
  readonly root: string;
  readonly commit: string;
  /** When it was committed: judged is as of then. Milliseconds since 1970. */
  readonly committedAt: number;
  /** The workspace's folder in the repository; empty where it is the repository. */
  readonly folder: string;
  readonly period: Period;
  readonly customer: string | undefined;
  readonly language: Language;
  readonly zone: string;
}

/**
 * Compares what ran with the records of a commit, as `reconcile` would in a clone of which that commit is checked out.
 * Nothing that lies on the disk counts.
 *
 * @returns why a list cannot be read, where that is so
 * @throws where git has not all of the commit
 */
export async function reconcilePack(
  scope: PackScope,
  { lists, patterns, zone: assumed, tagNames }: PackDeployments,
): Promise<PackReconciliation | readonly FoundFault[]> {
  const { root, commit, committedAt, folder, period, customer, language, zone } = scope;
  const tags = await countedTags(root, commit, period, tagNames);
  const copy = await copyCommit(root, commit, folder, { tags, branches: [] });
  if (!copy) throw new Error(`git ls-tree ${commit}`);
  try {
    const workspace = await readCompared(copy.root);
    const named = await Promise.all(
      [...lists].map(async ([list, bytes]) => ({ list, read: await readDeploymentBytes(bytes) })),
    );
    const asked = {
      from: period.start,
      to: period.end,
      customer: customer === undefined ? undefined : customerKeyFor(workspace.config, customer),
      now: committedAt,
      lists: named,
      ...(patterns.length > 0 ? { tags: patterns } : {}),
      ...(assumed === undefined ? {} : { zone: assumed }),
    };
    const { reconciled, lists: taken, doubled, faults, missing } = await reconcileWorkspace(workspace, asked);
    if (faults.length > 0) return faults;
    const report = reportReconciled({
      ...asked,
      ...{ reconciled, doubled, zone, language, index: workspace.index, lists: taken },
      missing: missing.map((part) => missingText(part)[language]),
      shown: (file) => file,
    });
    return { report, patterns, zone: assumed, lists, tags };
  } finally {
    copy.remove();
  }
}

/**
 * The tags that count. Where a pack is made again these are those that counted then, as they are now, and whatever
 * should have counted: a tag that was made after the period tells nothing of it.
 */
async function countedTags(
  root: string,
  commit: string,
  { end }: Period,
  known: ReadonlySet<string> | undefined,
): Promise<CountedTag[]> {
  // Tags come later than the commit, however much later: none of them is still to come.
  const tags = await readTags(root, Number.POSITIVE_INFINITY, await readCommitLine(root, commit));
  return [...tags.values()]
    .filter(({ name, at }) => !known || known.has(name) || at === undefined || at < end)
    .map(({ name, object }) => ({ name, object }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
