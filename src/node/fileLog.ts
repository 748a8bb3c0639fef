import { type LoggedCommit, logFormat, parseLog } from './audit/parseLog';
import { readOnlyGit } from './readOnlyGit';

/** More names than this are not passed to git one by one. */
const mostNames = 300;

/** Commits of files, oldest first, by file. */
export type CommitsByFile = ReadonlyMap<string, readonly LoggedCommit[]>;

/** The commits of files in a folder, as one HEAD has them: whoever asks second waits for what the first was told. */
export class FileLog {
  private readonly known = new Map<string, LoggedCommit[]>();
  /** What git told of all files: of those that nobody asks about nothing else is made. */
  private all: string | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly root: string) {}

  /** @throws where git fails, as it does where a partial clone lacks objects */
  of(files: readonly string[]): Promise<CommitsByFile> {
    const answer = this.last.then(() => this.read(files));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async read(files: readonly string[]): Promise<CommitsByFile> {
    const missing = files.filter((file) => !this.known.has(file));
    if (missing.length === 0) return this.known;
    if (missing.length > mostNames) this.all ??= await this.ask(['.']);
    const told = this.all ?? (await this.ask(missing));
    for (const file of missing) this.known.set(file, []);
    for (const commit of parseLog(told, new Set(missing))) this.known.get(commit.file)?.push(commit);
    for (const file of missing) this.known.get(file)?.reverse();
    return this.known;
  }

  private async ask(names: readonly string[]): Promise<string> {
    // A graph of commits that somebody wrote may tell of parents that they do not have.
    const quiet = ['-c', 'core.commitGraph=false', '--literal-pathspecs'];
    const call = [...quiet, 'log', '--full-history', ...logFormat, '--relative', '--', ...names];
    const { code, out, err } = await readOnlyGit(this.root, call);
    if (code !== 0) throw new Error(err);
    return out.toString('utf8');
  }
}
