import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listTree } from '../listTree';
import { readRegular } from '../openFile';
import { readOnlyGit } from '../readOnlyGit';
import { mayBeInRepository } from '../workspaceRoot';

/** For more files than this, git is asked for all files, because a command line has a limit. */
const mostNamed = 200;

/**
 * When records were last edited, in milliseconds since 1970: the time of the last commit, or now for a file with
 * uncommitted changes. The answer for a later text is never earlier than one for an earlier text, even in another clone
 * or after commits were squashed.
 *
 * @param files paths from `root`, with `/`
 * @param now the answer for uncommitted files, and where git fails
 */
export async function changeTimes(
  root: string,
  files: readonly string[],
  now: number,
): Promise<(file: string) => number> {
  if (files.length === 0 || !mayBeInRepository(root)) return () => now;
  const paths = files.length > mostNamed ? ['.'] : files;
  const [commits, tree] = await Promise.all([
    lastCommitTimes(root, files, paths),
    listTree(root, 'HEAD', paths),
  ]);
  return (file) => {
    const committed = commits.get(file);
    if (committed === undefined) return now;
    // The clock of the committer may be ahead.
    return isAsCommitted(join(root, file), tree?.get(file)?.blob) ? committed : Math.max(now, committed);
  };
}

async function lastCommitTimes(
  root: string,
  files: readonly string[],
  paths: readonly string[],
): Promise<Map<string, number>> {
  // Merges are compared with every parent: one that takes the text of one side changes that of the other.
  const how = ['-m', '--full-history', '--no-renames', '--no-show-signature', '--format=%x00%ct'];
  const names = ['--name-only', '-z', '--relative', '--', ...paths];
  const log = await readOnlyGit(root, ['--literal-pathspecs', 'log', ...how, ...names]);
  const latest = new Map<string, number>();
  if (log.code !== 0) return latest;
  const wanted = new Set(files);
  let at = 0;
  for (const part of log.out.toString('utf8').split('\0')) {
    const text = part.replace(/^\n+/, '');
    if (wanted.has(text)) latest.set(text, Math.max(at, latest.get(text) ?? 0));
    else if (/^\d+\n*$/.test(text)) at = Number(text) * 1000;
  }
  return latest;
}

/** Whether a file is as committed, apart from line endings. git itself would run filters to find out. */
function isAsCommitted(path: string, blob: string | undefined): boolean {
  if (blob === undefined) return false;
  const content = contentOf(path);
  if (content === undefined) return false;
  if (blobId(content, blob.length) === blob) return true;
  const withLineFeeds = Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return blobId(withLineFeeds, blob.length) === blob;
}

/** Undefined where the file is gone by now, or cannot be read. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readRegular(path, 20_000_000).bytes;
  } catch {
    return undefined;
  }
}

function blobId(content: Buffer, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}
