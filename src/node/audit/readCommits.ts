import type { AuditCommit } from '../../core/audit/auditCommit';
import { readOnlyGit } from '../readOnlyGit';
import { type CommitPeople, type LoggedCommit, logFormat, parseLog } from './parseLog';
import { recordNames } from './recordNames';

/** At most so many commits with the same message, author and time are compared, to find copies. */
const mostRepeated = 40;

/**
 * The commits that changed a file under any of its names, oldest first.
 *
 * @param folder a folder of the repository
 * @param file its path from that folder
 * @param tip id of the commit up to which they count; HEAD without it
 */
export async function readCommits(
  folder: string,
  file: string,
  tip?: string,
): Promise<(AuditCommit & CommitPeople)[]> {
  const upTo = tip === undefined ? [] : [tip];
  // In parallel, because walking through the history takes longest.
  const [out, cut] = await Promise.all([
    runGit(folder, ['log', '--follow', ...logFormat, ...upTo, '--', file]),
    isShallow(folder),
  ]);
  const followed = parseLog(out);
  if (followed.length === 0) return [];
  const moved = followed.some(({ change }) => change === 'moved');
  const merges =
    moved && (await runGit(folder, ['rev-list', '--merges', '--max-count=1', tip ?? 'HEAD'])) !== '';
  const all = merges ? withSideBranches(followed, await readSides(folder, followed, upTo)) : followed;
  const commits = await withoutRepeated(folder, all);
  return commits.map(({ parents, ...commit }) => ({ ...commit, cut: cut && parents.length === 0 })).reverse();
}

/** Whether the clone is shallow. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await runGit(folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/**
 * git follows one name at a time, so it misses a branch on which the file still had its old name while another branch
 * had the new one. Where there are merges, all names are asked for at once.
 */
async function readSides(
  folder: string,
  followed: readonly LoggedCommit[],
  upTo: readonly string[],
): Promise<LoggedCommit[]> {
  const names = recordNames(followed);
  const top = (await runGit(folder, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
  return parseLog(await runGit(top, ['log', '--full-history', ...logFormat, ...upTo, '--', ...names]));
}

function withSideBranches(followed: readonly LoggedCommit[], sides: readonly LoggedCommit[]): LoggedCommit[] {
  const known = new Map(followed.map((commit) => [commit.commit, commit]));
  const merged = sides.map((commit) => known.get(commit.commit) ?? commit);
  const there = new Set(merged.map(({ commit }) => commit));
  // The commits before a copy are the oldest.
  return [...unique(merged), ...followed.filter(({ commit }) => !there.has(commit))];
}

function unique(commits: readonly LoggedCommit[]): LoggedCommit[] {
  return [...new Map(commits.map((commit) => [commit.commit, commit])).values()];
}

/**
 * A commit that was rebased or picked onto another branch, and merged from the old one as well, is in the history
 * twice, with the same message, author and time. It counts once. An equal commit that descends from the first counts
 * again.
 */
async function withoutRepeated(folder: string, commits: readonly LoggedCommit[]): Promise<LoggedCommit[]> {
  const first = new Map<string, LoggedCommit>();
  const dropped = new Set<string>();
  const parents = new Map(commits.map((commit) => [commit.commit, commit.parents]));
  let asked = 0;
  for (const commit of [...commits].reverse()) {
    const key = JSON.stringify([commit.message, commit.name, commit.address, commit.at]);
    const earlier = first.get(key);
    if (!earlier) first.set(key, commit);
    else if (asked++ < mostRepeated && !(await descends(folder, parents, commit.commit, earlier.commit)))
      dropped.add(commit.commit);
  }
  return commits.filter(({ commit }) => !dropped.has(commit));
}

/** Whether a commit descends from an earlier one; git is asked where the commits that are known do not lead there. */
async function descends(
  folder: string,
  parents: ReadonlyMap<string, readonly string[]>,
  commit: string,
  earlier: string,
): Promise<boolean> {
  const reached = new Set([commit]);
  for (const one of reached) for (const parent of parents.get(one) ?? []) reached.add(parent);
  if (reached.has(earlier)) return true;
  const { code } = await readOnlyGit(folder, ['merge-base', '--is-ancestor', earlier, commit]);
  return code !== 1;
}

/** Runs git with literal paths, and throws its message if it fails. */
export async function runGit(folder: string, args: readonly string[], input?: string): Promise<string> {
  // A forged commit graph file may give commits false parents.
  const quiet = ['-c', 'core.commitGraph=false', '--literal-pathspecs', ...args];
  const { code, out, err } = await readOnlyGit(folder, quiet, input);
  // A repository without commits is not an error.
  if (code !== 0 && /does not have any commits yet/.test(err)) return '';
  if (code !== 0) throw new Error(err.trim());
  return out.toString('utf8');
}
