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

/** A longer file is no record, and no configuration. */
const largestFile = 20_000_000;

/** A file of which something is different: its bytes on both sides; undefined where it was not there. */
export interface SideFile {
  readonly file: string;
  readonly fileBefore?: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** The two states of a workspace that are compared, as far as they differ. */
export interface Sides {
  /** Ids of the commits; no head is the work tree. */
  readonly base: string;
  readonly head: string | undefined;
  /** Whether nobody knows where the head left the base. */
  readonly unrelated: boolean;
  readonly files: readonly SideFile[];
  /** What git says of the difference. */
  readonly changed: Pick<ChangedSince, 'before' | 'renamed'>;
  /** Of two commits: the bytes of the files that differ in the later one. */
  readonly after?: ReadonlyMap<string, Buffer | undefined>;
  /** Of the work tree: what differs and could not be read, so that nobody knows how. */
  readonly unreadable: readonly Unreadable[];
  /** Of the work tree: every file of git's index. */
  readonly tracked?: ReadonlySet<string>;
}

/**
 * Reads what differs between the commit in which a head left a base, and that head. Nothing of git's but its objects
 * is needed.
 *
 * @param head a revision; the files as they lie on the disk without it
 * @param files every file that lies on the disk
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
    // What was renamed is told under its new name, unless something stands under the old one again.
    if (moved.has(file) && now === undefined) return [];
    const old = moved.has(file) ? undefined : bytes;
    if (old && now?.equals(old)) return [];
    return [{ file, before: old, after: now }];
  });
}

/** Codes of what has no record to compare: it is gone, or something else stands in its place. */
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
