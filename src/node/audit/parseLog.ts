import type { AuditCommit, FileChange } from '../../core/audit/auditCommit';
import type { CommitPerson } from '../../core/model/ports';

/**
 * The options of `git log` for the commits of a file: fields and changed files, each ended by NUL, which neither
 * messages nor paths can contain. They override the user's configuration.
 */
export const logFormat: readonly string[] = [
  // Parents never come before their children, even where their clocks say so.
  '--date-order',
  '--no-show-signature',
  '--no-color',
  '--no-notes',
  '--encoding=UTF-8',
  '--raw',
  '--no-abbrev',
  '--find-renames',
  // For a merge, only what is in none of its parents. The rest belongs to other commits.
  '--diff-merges=combined',
  '-z',
  '--format=%x00%H%x00%P%x00%aN%x00%aE%x00%at%x00%an%x00%ae%x00%cn%x00%ce%x00%B%x00',
];

const raw = /^\n?(:+)((?:\d{6} )+)((?:[0-9a-f]{40,64} )+)([A-Z]+)\d*$/;
const isRaw = /^\n?:/;
const isMove = / [RC]\d*$/;
const missing = /^0+$/;

/** A commit with its parents, and with its author and committer as written, without the mail map. */
export type LoggedCommit = Omit<AuditCommit, 'cut'> & CommitPeople & { readonly parents: readonly string[] };

export interface CommitPeople {
  readonly author: CommitPerson;
  readonly committer: CommitPerson;
}

/**
 * Reads what git printed in `logFormat`, in its order. Commits that changed no file are left out.
 *
 * @param wanted the files that somebody asks about, where not all of them are: what the others were is not read
 */
export function parseLog(out: string, wanted?: ReadonlySet<string>): LoggedCommit[] {
  const tokens = out.split('\0');
  const commits: LoggedCommit[] = [];
  let index = 0;
  while (index < tokens.length) {
    if (!/^\n?[0-9a-f]{40,64}$/.test(tokens[index] ?? '')) {
      index++;
      continue;
    }
    const [commit = '', parents = '', name = '', address = '', at = '', ...own] = tokens.slice(
      index,
      index + 10,
    );
    const [authorName = '', authorAddress = '', committerName = '', committerAddress = '', message = ''] =
      own;
    index += 10;
    const about = {
      commit: commit.trim(),
      name,
      address,
      at: Number(at) * 1000,
      message,
      author: { name: authorName, address: authorAddress },
      committer: { name: committerName, address: committerAddress },
    };
    const known = parents.split(' ').filter((parent) => parent !== '');
    for (let token = nextRaw(); token !== undefined; token = nextRaw()) {
      const moves = isMove.test(token);
      const fileBefore = moves ? tokens[index++] : undefined;
      const file = tokens[index++] ?? '';
      const match = wanted?.has(file) === false ? undefined : raw.exec(token);
      if (!match) continue;
      const change = readChange(match);
      commits.push({
        ...about,
        parents: known,
        file,
        change: kindOf(change.letters),
        before: change.before,
        ...(fileBefore === undefined ? {} : { fileBefore }),
        ...(change.after === undefined ? {} : { after: change.after }),
      });
    }
  }
  return commits;

  /** What stands before the name of the next file that the commit changed. */
  function nextRaw(): string | undefined {
    while (index < tokens.length && (tokens[index] ?? '').trim() === '') index++;
    return isRaw.test(tokens[index] ?? '') ? tokens[index++] : undefined;
  }
}

function readChange(match: RegExpExecArray) {
  const versions = (match[3] ?? '').trim().split(' ');
  const after = versions.at(-1) ?? '';
  const before = versions.slice(0, -1).filter((version) => !missing.test(version));
  return { letters: match[4] ?? '', before, after: missing.test(after) ? undefined : after };
}

function kindOf(letters: string): FileChange {
  if (letters === 'A') return 'added';
  if (letters === 'D') return 'removed';
  if (letters === 'R') return 'moved';
  return letters === 'C' ? 'copied' : 'changed';
}
