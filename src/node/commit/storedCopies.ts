import { isUtf8 } from 'node:buffer';
import { utf16Of } from '../../core/model/parse/decodeText';
import { longestText } from '../../core/model/parse/longestText';
import { runGit } from '../gitProcess';
import { blobsIn } from '../readBlobs';
import { fault, faultOf, gitOutput } from './faultError';
import type { Repository } from './repository';

/** One version of a file that git stores. */
interface StoredCopy {
  readonly mode: string;
  readonly blob: string;
  readonly text: string;
}

/** A file as it is committed and as it is staged. */
export interface StoredFile {
  /** Path from the top of the repository, with `/`. */
  readonly path: string;
  readonly committed: StoredCopy;
  readonly staged: StoredCopy;
  /** Flags of its entry in the index that git drops when the entry is written. */
  readonly flags: readonly ('--skip-worktree' | '--assume-unchanged')[];
  /** It has no committed text yet, and is staged at most. */
  readonly isNew?: boolean;
}

/** What stands for an id where there is no file. */
export const noBlob = '';
/** Ids of no content, by either of git's hashes: such an entry only says that a file is meant to be added. */
export const emptyBlobs = [
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
];

type Entry = Omit<StoredCopy, 'text'>;
type StagedEntry = Entry & Pick<StoredFile, 'flags'>;

/** Reads what git stores of files: their committed and their staged text, with HEAD's mode. */
export async function readStored(
  repository: Repository,
  paths: readonly string[],
  { isNew = [], signal }: { readonly isNew?: readonly boolean[]; readonly signal?: AbortSignal | undefined },
): Promise<StoredFile[]> {
  // Names of what the ids will be of; a line holds one name.
  const names = paths
    .filter((path) => !path.includes('\n'))
    .flatMap((path) => [`${repository.base}:${path}`, `:0:${path}`]);
  const [committed, staged, contents] = await Promise.all([
    committedEntries(repository, paths, signal),
    stagedEntries(repository, paths, signal),
    readBlobs(repository, names, signal),
  ]);
  const entries = paths.map((path, place) => {
    const [base, index] = [committed.get(path), staged.get(path)];
    if (!base && isNew[place]) return { path, base: undefined, index };
    if (!base) throw fault('notCommitted', { file: path });
    if (base.mode === '120000') throw fault('symlink', { file: path });
    if (!base.mode.startsWith('100')) throw fault('notAFile', { file: path });
    if (!index) throw fault('stagedDeletion', { file: path });
    if (!index.mode.startsWith('100')) throw fault('notAFile', { file: path });
    return { path, base, index };
  });
  const blobs = entries.flatMap(({ base, index }) => (base ? [base.blob, index.blob] : []));
  const others = [...new Set(blobs)].filter((blob) => !contents.has(blob));
  for (const [blob, bytes] of await readBlobs(repository, others, signal)) contents.set(blob, bytes);
  return entries.map(({ path, base, index }) => {
    if (!base) return newFile(path, index);
    return {
      path,
      committed: { ...base, text: textOfBlob(path, contents.get(base.blob)) },
      staged: { mode: index.mode, blob: index.blob, text: textOfBlob(path, contents.get(index.blob)) },
      flags: index.flags,
    };
  });
}

function newFile(path: string, index: StagedEntry | undefined): StoredFile {
  const none: StoredCopy = { mode: '100644', blob: noBlob, text: '' };
  return { path, committed: none, staged: { ...none, ...index }, flags: index?.flags ?? [], isNew: true };
}

/** A record's text from its bytes, or why they are no text that could be edited. */
export function textOfBlob(file: string, bytes: Buffer | undefined): string {
  if (!bytes) throw fault('failed', { output: `${file}: no content` });
  if (bytes.length > longestText) throw fault('tooLarge', { file });
  if (!isUtf8(bytes) || utf16Of(bytes)) throw fault('notUtf8', { file });
  const text = bytes.toString('utf8');
  if (text.startsWith('version https://git-lfs.github.com/spec/')) throw fault('lfs', { file });
  return text;
}

/** Modes and blobs of files in the repository's base. */
export async function committedEntries(
  { top, base }: Pick<Repository, 'top' | 'base'>,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Map<string, Entry>> {
  const args = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', base, '--', ...paths];
  const out = await gitOutput(top, args, { signal });
  const found = new Map<string, Entry>();
  for (const line of out.toString('utf8').split('\0')) {
    const entry = /^(\d{6}) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line);
    if (entry?.[1] && entry[2] && entry[3]) found.set(entry[3], { mode: entry[1], blob: entry[2] });
  }
  return found;
}

/** Entries of the index; also asked again, to see whether they are still as they were. */
export async function stagedEntries(
  { top }: Repository,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, StagedEntry>> {
  const args = ['--literal-pathspecs', 'ls-files', '-z', '--stage', '-v', '--', ...paths];
  const out = await gitOutput(top, args, { signal });
  const found = new Map<string, StagedEntry>();
  for (const line of out.toString('utf8').split('\0')) {
    const entry = /^(\w) (\d{6}) ([0-9a-f]+) 0\t([\s\S]+)$/.exec(line);
    const [, tag, mode, blob, path] = entry ?? [];
    if (!tag || !mode || !blob || !path) continue;
    const flags: StagedEntry['flags'] = [
      ...(/s/i.test(tag) ? (['--skip-worktree'] as const) : []),
      ...(/[a-z]/.test(tag) ? (['--assume-unchanged'] as const) : []),
    ];
    found.set(path, { mode, blob, flags });
  }
  return found;
}

/** Reads blobs by their ids or by other names that git has for them, all in one process; each is under its id. */
export async function readBlobs(
  { top }: Pick<Repository, 'top'>,
  blobs: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Buffer>> {
  if (blobs.length === 0) return new Map();
  const input = `${blobs.join('\n')}\n`;
  return blobsIn(await gitOutput(top, ['cat-file', '--batch'], { input, signal }));
}

/**
 * Stores a text as it stands, through no filter, and gives its id. A file that git has not stored before goes through
 * the filters of its `path`, which decide for instance about line endings. A dry run only gives the id.
 */
export async function storeText(
  { top }: Pick<Repository, 'top'>,
  text: string | Buffer,
  {
    path,
    signal,
    dryRun,
  }: { readonly path?: string; readonly signal?: AbortSignal | undefined; readonly dryRun?: boolean } = {},
): Promise<string> {
  const filters = path === undefined ? '--no-filters' : `--path=${path}`;
  const args = ['hash-object', ...(dryRun ? [] : ['-w']), filters, '--stdin'];
  const answer = await runGit(top, args, { input: text, signal });
  const blob = answer.out.toString('latin1').trim();
  if (answer.code !== 0 || blob === '') throw faultOf(answer, top);
  return blob;
}
