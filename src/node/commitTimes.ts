import { readOnlyGit } from './readOnlyGit';

/** When commits were made, by the clocks of whoever made them: milliseconds since 1970, of those that git knows. */
export async function commitTimes(root: string, commits: readonly string[]): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  if (commits.length === 0) return made;
  const call = ['log', '--no-walk=unsorted', '--no-show-signature', '--format=%H %ct', '--stdin'];
  const { out } = await readOnlyGit(root, call, `${commits.join('\n')}\n`);
  for (const told of out.toString('utf8').split('\n')) {
    const [commit = '', seconds = ''] = told.split(' ');
    if (commit !== '') made.set(commit, Number(seconds) * 1000);
  }
  return made;
}
