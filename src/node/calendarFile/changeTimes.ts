import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listTree } from '../listTree';
import { readRegular } from '../openFile';
import { readOnlyGit } from '../readOnlyGit';
import { mayBeInRepository } from '../workspaceRoot';

/** Of more files than this git is asked for all that it has: a command line holds only so much. */
const mostNamed = 200;

/**
 * When records were changed last, in milliseconds since 1970: the latest commit of all that touched a file; of one that
 * is not committed as it lies on the disk, now. The same clone, another one, or one whose history was squashed: what is
 * said later is never earlier than what was said before of an earlier text.
 *
 * @param files paths from `root`, with `/`
 * @param now for what is not committed, and wherever git cannot say
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
    // Whoever committed it may have a clock that is ahead.
    return isAsCommitted(join(root, file), tree?.get(file)?.blob) ? committed : Math.max(now, committed);
  };
}

async function lastCommitTimes(
  root: string,
  files: readonly string[],
  paths: readonly string[],
): Promise<Map<string, number>> {
  // Every parent of a merge is looked at: one that takes a side's text as a whole is a change to the other side.
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

/** Whether a file on the disk is what git has, perhaps with other line endings. git itself would run filters to say so. */
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
