import { type NoGit, quietGit, reasonOf } from './quietGit';

/** What of a folder's files was different in another commit. Paths are relative to the folder, with `/`. */
export interface ChangedSince {
  /** The files that were different, or not there (`undefined`). What cannot matter has no bytes: they are empty. */
  readonly before: ReadonlyMap<string, Buffer | undefined>;
  /** The names that renamed files had, by those of today. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Every file that git has in its index now. */
  readonly tracked: ReadonlySet<string>;
  /** Whether the commit itself is the base, since a shallow clone does not know where this branch left it. */
  readonly unrelated: boolean;
}

/** Why there is no such comparison: git cannot be asked, or does not have the revision. */
export type NoBase = { readonly kind: NoGit | 'noRevision' | 'shallow'; readonly said: string };

/** One line of git's raw listing of differences. */
interface RawChange {
  readonly blob: string;
  readonly status: string;
  readonly path: string;
  /** Of a renamed file the name of today. */
  readonly to?: string;
}

/**
 * Compares the files of a folder as they lie on the disk with the commit in which this branch left a revision. It
 * reads git's objects and starts a handful of processes, however many files there are.
 *
 * @param matters whether the bytes of a file are wanted
 */
export async function changedSince(
  folder: string,
  revision: string,
  files: readonly string[],
  matters: (file: string) => boolean,
): Promise<ChangedSince | NoBase> {
  const base = await baseOf(folder, revision);
  if ('kind' in base) return base;
  const raw = ['--raw', '-z', '--no-abbrev', '--relative'];
  const [staged, unstaged, listed] = await Promise.all([
    quietGit(folder, ['diff-index', '--cached', '-M', ...raw, base.commit, '--']),
    quietGit(folder, ['diff-files', ...raw, '--']),
    quietGit(folder, ['ls-files', '-z']),
  ]);
  for (const { code, err } of [staged, unstaged, listed])
    if (code !== 0) return { kind: reasonOf(err) === 'noProgram' ? 'noProgram' : 'failed', said: err };
  const tracked = new Set(listed.out.toString('utf8').split('\0'));
  const renamed = new Map<string, string>();
  const blobs = new Map<string, string | undefined>();
  // What lies on the disk and not in git was not there; what git says of it below counts more.
  for (const file of files) if (!tracked.has(file)) blobs.set(file, undefined);
  for (const { path, blob } of rawChanges(unstaged.out)) blobs.set(path, blob);
  for (const { path, blob, status, to } of rawChanges(staged.out)) {
    blobs.set(path, status.startsWith('A') ? undefined : blob);
    if (to === undefined) continue;
    renamed.set(to, path);
    blobs.set(to, undefined);
  }
  const before = await textsOf(folder, blobs, matters);
  return before ? { before, renamed, tracked, unrelated: base.unrelated } : { kind: 'failed', said: '' };
}

async function baseOf(
  folder: string,
  revision: string,
): Promise<{ readonly commit: string; readonly unrelated: boolean } | NoBase> {
  const named = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const [found, shallow] = await Promise.all([
    quietGit(folder, named),
    quietGit(folder, ['rev-parse', '--is-shallow-repository']),
  ]);
  if (shallow.code !== 0) return { kind: reasonOf(shallow.err), said: shallow.err };
  const isShallow = shallow.out.toString('utf8').trim() === 'true';
  if (found.code !== 0) return { kind: isShallow ? 'shallow' : 'noRevision', said: '' };
  const commit = found.out.toString('utf8').trim();
  const common = await quietGit(folder, ['merge-base', commit, 'HEAD']);
  const left = common.code === 0 ? common.out.toString('utf8').trim().split('\n')[0] : undefined;
  return left ? { commit: left, unrelated: false } : { commit, unrelated: true };
}

function* rawChanges(out: Buffer): Iterable<RawChange> {
  const parts = out.toString('utf8').split('\0');
  for (let at = 0; at + 1 < parts.length; ) {
    const [, , blob = '', , status = ''] = (parts[at++] ?? '').split(' ');
    const path = parts[at++] ?? '';
    const renames = /^[RC]/.test(status);
    yield { blob, status, path, ...(renames ? { to: parts[at++] ?? '' } : {}) };
  }
}

/** The bytes of blobs by path, read by one process. */
async function textsOf(
  folder: string,
  blobs: ReadonlyMap<string, string | undefined>,
  matters: (file: string) => boolean,
): Promise<Map<string, Buffer | undefined> | undefined> {
  const wanted = [...blobs].filter(([path, blob]) => blob !== undefined && matters(path));
  const bytes = new Map<string, Buffer | undefined>();
  for (const [path, blob] of blobs) bytes.set(path, blob === undefined ? undefined : Buffer.alloc(0));
  if (wanted.length === 0) return bytes;
  const input = wanted.map(([, blob]) => `${blob}\n`).join('');
  const { code, out } = await quietGit(folder, ['cat-file', '--batch'], input);
  if (code !== 0) return undefined;
  let at = 0;
  for (const [path] of wanted) {
    const end = out.indexOf(10, at);
    const [, kind, size] = out.toString('utf8', at, end).split(' ');
    at = end + 1;
    // A submodule, or what a partial clone left out.
    if (kind !== 'blob') continue;
    bytes.set(path, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return bytes;
}
