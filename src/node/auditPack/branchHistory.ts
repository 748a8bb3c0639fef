import { readOnlyGit } from '../readOnlyGit';

/** One file that a commit changed on its branch. */
export interface BranchChange {
  /** Path in the workspace. */
  readonly file: string;
  /** Ids of its bytes; undefined where there was no file, or is none any more. */
  readonly before?: string;
  readonly after?: string;
  /** Whether it is a symbolic link or a submodule, whose bytes say nothing of it. */
  readonly isElsewhere: boolean;
}

/** A commit of a branch, as that branch took it in: of a merge all that it brought. */
export interface BranchCommit {
  readonly commit: string;
  readonly parents: readonly string[];
  /** When it was committed, in milliseconds since 1970: that is when the branch got it. */
  readonly at: number;
  /** Its author, by the mail map of the repository. */
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly changes: readonly BranchChange[];
}

const format = '--format=%H%x00%P%x00%ct%x00%aN%x00%aE%x00%s%x00';

/** What is the same of every such call: fields and files end with NUL, and nobody's settings count. */
const call: readonly string[] = [
  ...['--raw', '--no-abbrev', '-z', '--no-renames', '--relative', '--encoding=UTF-8'],
  ...['--no-color', '--no-notes', '--no-show-signature', '--ignore-submodules=all', format],
];

/**
 * The commits of a branch up to one of them that changed anything in a workspace, oldest first. One process tells them
 * all.
 *
 * @param isAll whether the workspace is the whole repository: git then compares each commit only once
 * @throws where git fails, as it does where a partial clone lacks objects
 */
export async function branchHistory(root: string, commit: string, isAll: boolean): Promise<BranchCommit[]> {
  const way = ['--first-parent', '--diff-merges=first-parent'];
  const commits = await read(root, [...way, ...call, commit, '--', ...(isAll ? [] : ['.'])]);
  return commits.filter(({ changes }) => changes.length > 0).reverse();
}

/** The commits that a merge brought from its other parents and that changed some files, newest first. */
export async function mergedCommits(
  root: string,
  [first = '', ...others]: readonly string[],
  files: readonly string[],
): Promise<BranchCommit[]> {
  return read(root, [...call, '--full-history', ...others, `^${first}`, '--', ...files]);
}

async function read(root: string, args: readonly string[]): Promise<BranchCommit[]> {
  // A forged commit graph file may give commits false parents.
  const quiet = ['-c', 'core.commitGraph=false', '-c', 'core.quotePath=false', '--literal-pathspecs', 'log'];
  const { code, out, err } = await readOnlyGit(root, [...quiet, ...args]);
  if (code !== 0) throw new Error(err.trim());
  return commitsIn(out.toString('utf8'));
}

const raw = /^\n?:\d{6} (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]$/;
const nothing = /^0+$/;
/** Modes of links and submodules. */
const elsewhere = new Set(['120000', '160000']);

function commitsIn(out: string): BranchCommit[] {
  const tokens = out.split('\0');
  const commits: BranchCommit[] = [];
  for (let at = 0; at + 5 < tokens.length; ) {
    const [commit = '', parents = '', time = '', name = '', address = '', subject = ''] = tokens.slice(
      at,
      at + 6,
    );
    at += 6;
    const changes: BranchChange[] = [];
    for (;;) {
      // An empty token stands between a commit's fields and its files.
      while (tokens[at] === '') at++;
      const match = raw.exec(tokens[at] ?? '');
      if (!match) break;
      const [, mode = '', before = '', after = ''] = match;
      changes.push({
        file: tokens[at + 1] ?? '',
        ...(nothing.test(before) ? {} : { before }),
        ...(nothing.test(after) ? {} : { after }),
        isElsewhere: elsewhere.has(mode),
      });
      at += 2;
    }
    commits.push({
      commit: commit.trim(),
      parents: parents.split(' ').filter(Boolean),
      at: Number(time) * 1000,
      ...{ name, address, subject, changes },
    });
  }
  return commits;
}
