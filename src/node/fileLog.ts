import { type LoggedCommit, logFormat, parseLog } from './audit/parseLog';
import { readOnlyGit } from './readOnlyGit';

/** More names than this are not passed to git one by one. */
const mostNames = 300;

/** Commits of files, oldest first, by file. */
export type CommitsByFile = ReadonlyMap<string, readonly LoggedCommit[]>;

/** The commits of files in a folder, as one HEAD has them: whoever asks second waits for what the first was told. */
export class FileLog {
  private readonly known = new Map<string, LoggedCommit[]>();
  private hasAll = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly root: string) {}

  /** @throws where git fails, as it does where a partial clone lacks objects */
  of(files: readonly string[]): Promise<CommitsByFile> {
    const answer = this.last.then(() => this.read(files));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async read(files: readonly string[]): Promise<CommitsByFile> {
    const missing = this.hasAll ? [] : files.filter((file) => !this.known.has(file));
    if (missing.length > 0) {
      const all = missing.length > mostNames;
      const commits = await this.ask(all ? ['.'] : missing);
      this.hasAll = all;
      if (all) this.known.clear();
      for (const file of missing) this.known.set(file, []);
      for (const commit of commits) {
        const own = this.known.get(commit.file);
        if (own) own.push(commit);
        else if (all) this.known.set(commit.file, [commit]);
      }
      for (const file of all ? this.known.keys() : missing) this.known.get(file)?.reverse();
    }
    return this.known;
  }

  private async ask(names: readonly string[]): Promise<LoggedCommit[]> {
    // A graph of commits that somebody wrote may tell of parents that they do not have.
    const quiet = ['-c', 'core.commitGraph=false', '--literal-pathspecs'];
    const call = [...quiet, 'log', '--full-history', ...logFormat, '--relative', '--', ...names];
    const { code, out, err } = await readOnlyGit(this.root, call);
    if (code !== 0) throw new Error(err);
    return parseLog(out.toString('utf8'));
  }
}
