import { join } from 'node:path';
import {
  baseOf,
  type ChangedSince,
  changedSince,
  type NoBase,
  rawChanges,
  rawFormat,
  textsOf,
} from '../changedSince';
import { isOfWorkspace } from '../checkBase';
import { bytesOf } from '../openFile';
import { readOnlyGit, reasonOf } from '../readOnlyGit';
import { errorCode, type Unreadable } from '../walk';

/** Larger files are neither records nor configuration, in bytes. */
const largestFile = 20_000_000;

/** A changed file with its bytes on both sides; undefined where it does not exist. */
export interface SideFile {
  readonly file: string;
  readonly fileBefore?: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** The difference between two states of a workspace. */
export interface Sides {
  /** Ids of the commits. The head is undefined for the work tree. */
  readonly base: string;
  readonly head: string | undefined;
  /** Whether base and head have no known common commit. */
  readonly unrelated: boolean;
  readonly files: readonly SideFile[];
  /** The difference according to git. */
  readonly changed: Pick<ChangedSince, 'before' | 'renamed'>;
  /** Between two commits: the changed files' bytes in the later one. */
  readonly after?: ReadonlyMap<string, Buffer | undefined>;
  /** In the work tree: changed files that could not be read. */
  readonly unreadable: readonly Unreadable[];
  /** In the work tree: every file of git's index. */
  readonly tracked?: ReadonlySet<string>;
}

/**
 * Reads the difference between the common commit of a base and a head, and the head. Only git's objects are read.
 *
 * @param head a revision; undefined for the files on disk
 * @param files all files on disk
 */
export async function readSides(
  root: string,
  base: string,
  head: string | undefined,
  files: readonly string[],
): Promise<Sides | NoBase> {
  if (head !== undefined) return betweenCommits(root, base, head);
  const changed = await changedSince(root, base, files, isOfWorkspace);
  if ('kind' in changed) return changed;
  const { before, renamed, tracked, base: commit, unrelated } = changed;
  const unreadable: Unreadable[] = [];
  const after = (file: string): Buffer | undefined => bytesAt(root, file, unreadable);
  const unread = (file: string): boolean => unreadable.some(({ path }) => path === join(root, file));
  const known = pairsOf(before, renamed, after).filter(({ file }) => !unread(file));
  return { base: commit, head: undefined, unrelated, files: known, changed, unreadable, tracked };
}

async function betweenCommits(root: string, base: string, head: string): Promise<Sides | NoBase> {
  const target = await baseOf(root, head, head);
  if ('kind' in target) return { ...target, revision: head };
  const left = await baseOf(root, base, target.commit);
  if ('kind' in left) return left;
  const call = ['diff-tree', '-r', '-M', ...rawFormat, left.commit, target.commit, '--'];
  const { code, out, err } = await readOnlyGit(root, call);
  if (code !== 0) return { kind: reasonOf(err), said: err };
  const [before, after] = [new Map<string, string | undefined>(), new Map<string, string | undefined>()];
  const renamed = new Map<string, string>();
  for (const { path, to, blob, blobAfter, status } of rawChanges(out)) {
    before.set(path, status.startsWith('A') ? undefined : blob);
    if (to !== undefined) {
      renamed.set(to, path);
      before.set(to, undefined);
    }
    after.set(to ?? path, status.startsWith('D') ? undefined : blobAfter);
  }
  const [old, now] = await Promise.all([
    textsOf(root, before, isOfWorkspace),
    textsOf(root, after, isOfWorkspace),
  ]);
  if (!old || !now) return { kind: 'failed', said: '' };
  const files = pairsOf(old, renamed, (file) => now.get(file));
  const changed = { before: old, renamed };
  const { unrelated } = left;
  return { base: left.commit, head: target.commit, unrelated, files, changed, unreadable: [], after: now };
}

function pairsOf(
  before: ChangedSince['before'],
  renamed: ChangedSince['renamed'],
  after: (file: string) => Buffer | undefined,
): SideFile[] {
  const moved = new Set(renamed.values());
  return [...before].flatMap(([file, bytes]): SideFile[] => {
    const fileBefore = renamed.get(file);
    if (!isOfWorkspace(file) && !isOfWorkspace(fileBefore ?? '')) return [];
    const now = after(file);
    if (fileBefore !== undefined) return [{ file, fileBefore, before: before.get(fileBefore), after: now }];
    // A renamed file is listed under its new name only, unless there is a new file under the old one.
    if (moved.has(file) && now === undefined) return [];
    const old = moved.has(file) ? undefined : bytes;
    if (old && now?.equals(old)) return [];
    return [{ file, before: old, after: now }];
  });
}

/** Error codes for a path without a file: it is gone, or it is not a regular file. */
const nothingThere = ['ENOENT', 'ENOTDIR', 'ELINK', 'ENOTFILE'];

function bytesAt(root: string, file: string, unreadable: Unreadable[]): Buffer | undefined {
  try {
    return bytesOf(root, file, { most: largestFile, links: false });
  } catch (error) {
    const code = errorCode(error);
    if (!nothingThere.includes(code)) unreadable.push({ path: join(root, file), code });
    return undefined;
  }
}
