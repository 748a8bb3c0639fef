import type { ReleasedCommit } from '../../core/create/releaseCommits';
import { readOnlyGit } from '../readOnlyGit';
import type { ReleaseRange } from './releaseRange';

/** Commits of one release that are read at most, the newest first, and of each message. */
const mostCommits = 2000;
const longestMessage = 10_000;

/** The commits of a range, newest first. */
export async function commitsOf(top: string, { from, to }: ReleaseRange): Promise<ReleasedCommit[]> {
  const range = from ? `${from.commit}..${to.commit}` : to.commit;
  const quiet = ['--no-show-signature', '--no-color', '--no-notes', '--encoding=UTF-8'];
  const call = ['log', ...quiet, `--max-count=${mostCommits}`, '--format=%H%x00%P%x00%B%x00', range, '--'];
  const { code, out } = await readOnlyGit(top, call);
  if (code !== 0) return [];
  const parts = out.toString('utf8').split('\0');
  const commits: ReleasedCommit[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [hash = '', parents = '', message = ''] = parts.slice(at, at + 3);
    const isMerge = parents.includes(' ');
    commits.push({ hash: hash.trim(), isMerge, message: message.slice(0, longestMessage) });
  }
  return commits;
}
