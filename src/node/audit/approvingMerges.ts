import type { AuditCommit } from '../../core/audit/auditCommit';
import { gitTopLevelOf } from '../workspaceRoot';
import { logFormat, parseLog } from './parseLog';
import { runGit } from './readCommits';
import { recordNames } from './recordNames';

/** So many merges are looked at, the newest first. */
const mostMerges = 20_000;

/** Only what a merge brought to its own branch, under the names that files have. */
const broughtFormat = [...logFormat, '--diff-merges=first-parent', '--no-renames', '--diff-filter=AM'];

/**
 * Merges whose messages say who approved or reviewed, newest first. Only messages are read, so this takes far less than
 * to follow a file.
 *
 * @param folder a folder of the repository
 * @param tip id of the commit up to which they count; HEAD without it
 * @returns their ids
 */
export async function approvingMerges(folder: string, tip?: string): Promise<string[]> {
  const which = ['--merges', '--extended-regexp', '--regexp-ignore-case', `--max-count=${mostMerges}`];
  const out = await runGit(folder, [
    // What is found is only shown. With the commit graph git need not read what is no merge.
    ...['-c', 'core.commitGraph=true', 'log', ...which, '--grep=^[[:space:]]*(approved|reviewed|acked)-by:'],
    ...['--no-notes', '--no-show-signature', '--encoding=UTF-8', '--format=%H'],
    ...(tip === undefined ? [] : [tip]),
  ]);
  return out.split('\n').filter(Boolean);
}

/**
 * The commits of a record with those merges that brought its changes, each behind what it brought.
 *
 * @param commits oldest first
 * @param merges ids of the merges that are looked for
 */
export async function withMerges(
  folder: string,
  commits: readonly AuditCommit[],
  merges: readonly string[],
): Promise<readonly AuditCommit[]> {
  const top = gitTopLevelOf(folder);
  if (!top || commits.length === 0 || merges.length === 0) return commits;
  const names = recordNames([...commits].reverse());
  const call = ['log', '--no-walk=unsorted', '--stdin', ...broughtFormat, '--', ...names];
  const known = new Set(commits.map(({ commit }) => commit));
  const behind = new Map<number, AuditCommit[]>();
  for (const logged of parseLog(await runGit(top, call, `${merges.join('\n')}\n`)).reverse()) {
    const { parents, author, committer, ...merge } = logged;
    if (known.has(merge.commit)) continue;
    known.add(merge.commit);
    const place = placeOf(merge, commits);
    behind.set(place, [...(behind.get(place) ?? []), { ...merge, cut: false, brings: true }]);
  }
  return [
    ...(behind.get(-1) ?? []),
    ...commits.flatMap((commit, place) => [commit, ...(behind.get(place) ?? [])]),
  ];
}

/** Behind which commit a merge stands: the one that left the version that it brought, else the last one before it. */
function placeOf({ at, after }: Pick<AuditCommit, 'at' | 'after'>, commits: readonly AuditCommit[]): number {
  const left = commits.findLastIndex((commit) => commit.at <= at && commit.after === after);
  return left >= 0 ? left : commits.findLastIndex((commit) => commit.at <= at);
}
