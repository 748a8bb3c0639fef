import { join } from 'node:path';
import { openRepository } from '../commit/repository';
import { gitTopLevelOf } from '../workspaceRoot';
import { Deeds, type LoggedCommit, loggedCommits } from './ownCommits';
import { commitAt, followsAny, pushSettings, pushTargetBy } from './pushTarget';

/** What of a branch its remote lacks, as far as is known without asking it. */
export interface Unpushed {
  /** The branch of the remote: `origin/main`. */
  readonly target: string;
  /** The commits of each file that it lacks, by absolute path. */
  readonly byFile: ReadonlyMap<string, number>;
  readonly commits: number;
}

/** More commits than this are not looked at. */
const mostCommits = 500;

/**
 * Tells what is not pushed yet, by what git keeps of the remote. It is looked up again only where a branch has moved
 * since, of here or there; a remote is never asked.
 */
export class UnpushedReader {
  private key = '';
  private known: Unpushed | undefined;

  /** @param folder any folder of the work tree */
  constructor(private readonly folder: string) {}

  /** @returns undefined where there is nowhere to push to, or no repository that could be asked */
  async read(): Promise<Unpushed | undefined> {
    const top = gitTopLevelOf(this.folder);
    if (!top) return undefined;
    try {
      const settings = await pushSettings(top);
      if (!followsAny(settings)) return undefined;
      const { branch, base } = await openRepository(top);
      const { name, tracking } = pushTargetBy(settings, branch);
      const upstream = await commitAt(top, tracking);
      if (upstream === undefined) return undefined;
      const key = `${name} ${base} ${upstream}`;
      if (key !== this.key) this.known = await unpushedIn(top, name, upstream, base);
      this.key = key;
      return this.known;
    } catch {
      // Whatever stands in the way of pushing is told when somebody pushes.
      return undefined;
    }
  }
}

async function unpushedIn(top: string, target: string, upstream: string, head: string): Promise<Unpushed> {
  const most = `--max-count=${mostCommits}`;
  const ours = upstream === head ? [] : await loggedCommits(top, [most, `${upstream}..${head}`]);
  const theirs = ours.length === 0 ? [] : await loggedCommits(top, [most, `${head}..${upstream}`]);
  // Where local changes kept the branch from following, the same deed is there under another commit.
  const pushed = new Deeds(theirs.filter(isTold));
  const left = ours.filter((commit) => !isTold(commit) || !pushed.take(commit));
  const byFile = new Map<string, number>();
  for (const { files } of left)
    for (const { path } of files) byFile.set(join(top, path), (byFile.get(join(top, path)) ?? 0) + 1);
  return { target, byFile, commits: left.length };
}

function isTold({ trailers }: LoggedCommit): boolean {
  return trailers.has('Action');
}
