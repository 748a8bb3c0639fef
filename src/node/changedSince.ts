import type { GitAnswer } from './gitProcess';
import { readBlobs } from './readBlobs';
import { type NoGit, readOnlyGit, reasonOf } from './readOnlyGit';

/** What of a folder's files was different in another commit. Paths are relative to the folder, with `/`. */
export interface ChangedSince {
  /** The files that were different, or not there (`undefined`). What cannot matter has no bytes: they are empty. */
  readonly before: ReadonlyMap<string, Buffer | undefined>;
  /** The names that renamed files had, by those of today. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Every file that git has in its index now. */
  readonly tracked: ReadonlySet<string>;
  /** The commit that was compared with. */
  readonly base: string;
  /** Whether the commit itself is the base, since a shallow clone does not know where this branch left it. */
  readonly unrelated: boolean;
}

/** Why there is no such comparison: git cannot be asked, or does not have the revision. */
export interface NoBase {
  readonly kind: NoGit | 'noRevision' | 'shallow';
  readonly said: string;
  /** The revision that there is none of, where several were asked for. */
  readonly revision?: string;
}

/** One line of git's raw listing of differences. */
interface RawChange {
  readonly blob: string;
  readonly blobAfter: string;
  readonly status: string;
  readonly path: string;
  /** Of a renamed file the name of today. */
  readonly to?: string;
}

/**
 * Compares the files of a folder as they lie on the disk with the commit in which this branch left a revision. What
 * is as it is in the revision itself was taken over from there, by a squash for one, and is nothing that the branch
 * brings. It reads git's objects and starts a handful of processes, however many files there are.
 *
 * @param matters whether the bytes of a file are wanted
 * @param edited what git says of the work tree, where it was asked already
 */
export async function changedSince(
  folder: string,
  revision: string,
  files: readonly string[],
  matters: (file: string) => boolean,
  edited = editedFiles(folder),
): Promise<ChangedSince | NoBase> {
  const base = await baseOf(folder, revision);
  return 'kind' in base ? base : changedFrom(folder, base, files, matters, edited);
}

/** The same for a commit that is known, whether this branch left it or not. */
export async function changedFrom(
  folder: string,
  base: BaseCommit,
  files: readonly string[],
  matters: (file: string) => boolean,
  edits = editedFiles(folder),
): Promise<ChangedSince | NoBase> {
  const raw = rawFormat;
  const { tip } = base;
  const [staged, unstaged, listed, ahead] = await Promise.all([
    readOnlyGit(folder, ['diff-index', '--cached', '-M', ...raw, base.commit, '--']),
    edits,
    readOnlyGit(folder, ['ls-files', '-z']),
    ...(tip ? [readOnlyGit(folder, ['diff-index', '--cached', ...raw, tip, '--'])] : []),
  ]);
  for (const { code, err } of [staged, unstaged, listed, ...(ahead ? [ahead] : [])])
    if (code !== 0) return { kind: reasonOf(err) === 'noProgram' ? 'noProgram' : 'failed', said: err };
  const tracked = new Set(listed.out.toString('utf8').split('\0'));
  const renamed = new Map<string, string>();
  const blobs = new Map<string, string | undefined>();
  // What lies on the disk and not in git was not there; what git says of it below counts more.
  const unknown = files.filter((file) => !tracked.has(file));
  const edited = [...rawChanges(unstaged.out)];
  for (const { path, blob } of edited) blobs.set(path, blob);
  for (const { path, blob, status, to } of rawChanges(staged.out)) {
    blobs.set(path, status.startsWith('A') ? undefined : blob);
    if (to === undefined) continue;
    renamed.set(to, path);
    blobs.set(to, undefined);
  }
  if (ahead) {
    const own = new Set([...rawChanges(ahead.out), ...edited].map(({ path }) => path));
    for (const path of [...blobs.keys()].filter((one) => !own.has(one))) {
      blobs.delete(path);
      renamed.delete(path);
    }
  }
  // A submodule whose commit is the same one holds the same files.
  const isSame = (folder: string): boolean => tracked.has(folder) && !blobs.has(folder);
  for (const file of unknown)
    if (!blobs.has(file) && !foldersOf(file).some(isSame)) blobs.set(file, undefined);
  const before = await textsOf(folder, blobs, matters);
  return before
    ? { before, renamed, tracked, base: base.commit, unrelated: base.unrelated }
    : { kind: 'failed', said: '' };
}

/** What git finds changed in the work tree of a folder, against its index, in its raw format. */
export function editedFiles(folder: string): Promise<GitAnswer> {
  return readOnlyGit(folder, ['diff-files', ...rawFormat, '--']);
}

function foldersOf(file: string): string[] {
  return file
    .split('/')
    .slice(0, -1)
    .map((_, at, names) => names.slice(0, at + 1).join('/'));
}

/** How git lists differences here: ids in full, paths from the folder, and no look into submodules' files. */
export const rawFormat: readonly string[] = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--relative',
  '--ignore-submodules=dirty',
];

/** The commit in which one revision left another; that other one itself where nobody knows. */
interface BaseCommit {
  readonly commit: string;
  /** The revision itself, where it went on since. */
  readonly tip?: string;
  readonly unrelated: boolean;
}

/**
 * Finds the commit in which a head left a revision.
 *
 * One process tells both and what they have in common. Others are started only to say why it cannot, or where the head
 * has no commit yet.
 */
export async function baseOf(folder: string, revision: string, head = 'HEAD'): Promise<BaseCommit | NoBase> {
  // What git would leave out (`^HEAD`) or go through (`a..b`) is no commit to compare with.
  if ([revision, head].some((each) => /^\^|\.\./.test(each))) return { kind: 'noRevision', said: '' };
  const range = `${revision}^{commit}...${head}`;
  const { out } = await readOnlyGit(folder, ['rev-parse', '--revs-only', '--end-of-options', range]);
  const ids = [...out.toString('utf8').matchAll(/^\^?([0-9a-f]{40,})$/gm)].map(([, id]) => id);
  // The head comes first.
  const [, commit, left] = ids;
  return commit === undefined ? baseOrReason(folder, revision, head) : baseCommit(commit, left);
}

function baseCommit(commit: string, left: string | undefined): BaseCommit {
  if (!left) return { commit, unrelated: true };
  return { commit: left, unrelated: false, ...(left === commit ? {} : { tip: commit }) };
}

/** The same step by step. */
async function baseOrReason(folder: string, revision: string, head: string): Promise<BaseCommit | NoBase> {
  const asked = [
    '--is-shallow-repository',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ];
  const { code, out, err } = await readOnlyGit(folder, ['rev-parse', ...asked]);
  const [isShallow = '', commit = ''] = out.toString('utf8').trim().split('\n');
  if (isShallow === '') return { kind: reasonOf(err), said: err };
  if (code !== 0) return { kind: isShallow === 'true' ? 'shallow' : 'noRevision', said: '' };
  const common = await readOnlyGit(folder, ['merge-base', commit, head]);
  return baseCommit(
    commit,
    common.code === 0 ? common.out.toString('utf8').trim().split('\n')[0] : undefined,
  );
}

/** Reads what git lists of differences. */
export function* rawChanges(out: Buffer): Iterable<RawChange> {
  const parts = out.toString('utf8').split('\0');
  for (let at = 0; at + 1 < parts.length; ) {
    const [, , blob = '', blobAfter = '', status = ''] = (parts[at++] ?? '').split(' ');
    const path = parts[at++] ?? '';
    const renames = /^[RC]/.test(status);
    yield { blob, blobAfter, status, path, ...(renames ? { to: parts[at++] ?? '' } : {}) };
  }
}

/** The bytes of blobs by path, read by one process; those that do not matter are empty. */
export async function textsOf(
  folder: string,
  blobs: ReadonlyMap<string, string | undefined>,
  matters: (file: string) => boolean,
): Promise<Map<string, Buffer | undefined> | undefined> {
  const wanted = [...blobs].flatMap(([path, blob]) => (blob !== undefined && matters(path) ? [blob] : []));
  const read = await readBlobs(folder, wanted);
  if (!read) return undefined;
  const bytes = new Map<string, Buffer | undefined>();
  for (const [path, blob] of blobs)
    bytes.set(path, blob === undefined ? undefined : (read.get(blob) ?? Buffer.alloc(0)));
  return bytes;
}
