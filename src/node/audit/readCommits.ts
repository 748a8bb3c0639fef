import type { AuditCommit } from '../../core/audit/auditCommit';
import { readOnlyGit } from '../readOnlyGit';
import { type CommitPeople, type LoggedCommit, logFormat, parseLog } from './parseLog';

/** How many commits with the same words, author and time are looked at for being copies of one another. */
const mostRepeated = 40;

/**
 * The commits that changed a file, oldest first, under all names that it had.
 *
 * @param folder a folder of the repository
 * @param file its path from that folder
 */
export async function readCommits(folder: string, file: string): Promise<(AuditCommit & CommitPeople)[]> {
  // Asked at the same time: what git has to walk through takes longer than everything else here.
  const [out, cut] = await Promise.all([
    runGit(folder, ['log', '--follow', ...logFormat, '--', file]),
    isShallow(folder),
  ]);
  const followed = parseLog(out);
  if (followed.length === 0) return [];
  const moved = followed.some(({ change }) => change === 'moved');
  const merges = moved && (await runGit(folder, ['rev-list', '--merges', '--max-count=1', 'HEAD'])) !== '';
  const all = merges ? withSideBranches(followed, await readSides(folder, followed)) : followed;
  const commits = await withoutRepeated(folder, all);
  return commits.map(({ parents, ...commit }) => ({ ...commit, cut: cut && parents.length === 0 })).reverse();
}

/** Whether history is cut. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await runGit(folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/**
 * git follows one name at a time: a branch on which the file still had its old name, when it had the new one on
 * another already, is passed over. So all names are asked for at once where there are branches. What it was copied
 * from goes its own way and is not asked for again.
 */
async function readSides(folder: string, followed: readonly LoggedCommit[]): Promise<LoggedCommit[]> {
  const names = new Set<string>();
  for (const { file, fileBefore, change } of followed) {
    names.add(file);
    if (change === 'copied') break;
    if (fileBefore !== undefined) names.add(fileBefore);
  }
  const top = (await runGit(folder, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
  return parseLog(await runGit(top, ['log', '--full-history', ...logFormat, '--', ...names]));
}

function withSideBranches(followed: readonly LoggedCommit[], sides: readonly LoggedCommit[]): LoggedCommit[] {
  const known = new Map(followed.map((commit) => [commit.commit, commit]));
  const merged = sides.map((commit) => known.get(commit.commit) ?? commit);
  const there = new Set(merged.map(({ commit }) => commit));
  // What came before a copy is older than everything else.
  return [...unique(merged), ...followed.filter(({ commit }) => !there.has(commit))];
}

function unique(commits: readonly LoggedCommit[]): LoggedCommit[] {
  return [...new Map(commits.map((commit) => [commit.commit, commit])).values()];
}

/**
 * A commit that was rebased or picked onto another branch, and merged from its old one as well, is there twice: with
 * the same words, author and time. It happened once. The same again later on one line of history happened again.
 */
async function withoutRepeated(folder: string, commits: readonly LoggedCommit[]): Promise<LoggedCommit[]> {
  const first = new Map<string, LoggedCommit>();
  const dropped = new Set<string>();
  let asked = 0;
  for (const commit of [...commits].reverse()) {
    const key = JSON.stringify([commit.message, commit.name, commit.address, commit.at]);
    const earlier = first.get(key);
    if (!earlier) first.set(key, commit);
    else if (asked++ < mostRepeated && !(await isAncestor(folder, earlier.commit, commit.commit)))
      dropped.add(commit.commit);
  }
  return commits.filter(({ commit }) => !dropped.has(commit));
}

async function isAncestor(folder: string, earlier: string, later: string): Promise<boolean> {
  const { code } = await readOnlyGit(folder, ['merge-base', '--is-ancestor', earlier, later]);
  return code !== 1;
}

/** Runs git on paths that are only paths; throws what it says where it fails. */
async function runGit(folder: string, args: readonly string[]): Promise<string> {
  // A graph of commits that somebody wrote may tell of parents that they do not have.
  const quiet = ['-c', 'core.commitGraph=false', '--literal-pathspecs', ...args];
  const { code, out, err } = await readOnlyGit(folder, quiet);
  // Before the first commit there is a repository, and nothing in it yet.
  if (code !== 0 && /does not have any commits yet/.test(err)) return '';
  if (code !== 0) throw new Error(err.trim());
  return out.toString('utf8');
}
