import { readOnlyGit } from '../readOnlyGit';

/** The commits of a tip and of its first parents, each with the moment from which it counts. */
export interface CommitLine {
  readonly head: string;
  /** The last commit that counts at a moment; undefined before the first. */
  at(moment: number): string | undefined;
  /** When a commit was made, never before its parents; undefined of one that is not on the line. */
  made(commit: string): number | undefined;
}

/**
 * Reads them.
 *
 * @param tip id of the commit that the line ends with; HEAD without it
 */
export async function readCommitLine(root: string, tip = 'HEAD'): Promise<CommitLine> {
  // A graph of commits that somebody wrote may tell of parents and times that they do not have.
  const quiet = ['-c', 'core.commitGraph=false'];
  const call = [...quiet, 'log', '--first-parent', '--no-show-signature', '--format=%H %ct', tip, '--'];
  const { code, out } = await readOnlyGit(root, call);
  const lines = code === 0 ? out.toString('utf8').trimEnd().split('\n').reverse() : [];
  const commits: string[] = [];
  const moments: number[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const told of lines) {
    const space = told.indexOf(' ');
    if (space < 0) continue;
    latest = Math.max(latest, Number(told.slice(space + 1)) * 1000);
    commits.push(told.slice(0, space));
    moments.push(latest);
  }
  let places: Map<string, number> | undefined;
  return {
    head: commits.at(-1) ?? '',
    at(moment) {
      let [low, high] = [0, moments.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((moments[middle] ?? 0) <= moment) low = middle + 1;
        else high = middle;
      }
      return commits[low - 1];
    },
    made(commit) {
      places ??= new Map(commits.map((known, place) => [known, place]));
      const place = places.get(commit);
      return place === undefined ? undefined : moments[place];
    },
  };
}
