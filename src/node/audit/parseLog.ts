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
const missing = /^0+$/;

/** A commit with its parents, and with its author and committer as written, without the mail map. */
export type LoggedCommit = Omit<AuditCommit, 'cut'> & CommitPeople & { readonly parents: readonly string[] };

export interface CommitPeople {
  readonly author: CommitPerson;
  readonly committer: CommitPerson;
}

/** Reads what git printed in `logFormat`, in its order. Commits that changed no file are left out. */
export function parseLog(out: string): LoggedCommit[] {
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
    for (let match = nextRaw(); match; match = nextRaw()) {
      const change = readChange(match);
      const moves = change.letters.length === 1 && 'RC'.includes(change.letters);
      const paths = tokens.slice(index, index + (moves ? 2 : 1));
      index += paths.length;
      const file = paths.at(-1) ?? '';
      const fileBefore = moves ? paths[0] : undefined;
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

  function nextRaw(): RegExpExecArray | undefined {
    while (index < tokens.length && (tokens[index] ?? '').trim() === '') index++;
    const match = raw.exec(tokens[index] ?? '');
    if (match) index++;
    return match ?? undefined;
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
