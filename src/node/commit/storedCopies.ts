import { isUtf8 } from 'node:buffer';
import { longestText } from '../../core/model/parse/parseRecord';
import { runGit } from '../gitProcess';
import { fault, faultOf } from './faultError';
import type { Repository } from './repository';

/** One version of a file that git stores. */
export interface StoredCopy {
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
}

type Entry = Omit<StoredCopy, 'text'>;
type StagedEntry = Entry & Pick<StoredFile, 'flags'>;

/** Reads what git stores of files: their committed and their staged text, with HEAD's mode. */
export async function readStored(
  repository: Repository,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<StoredFile[]> {
  const [committed, staged] = await Promise.all([
    committedEntries(repository, paths, signal),
    stagedEntries(repository, paths, signal),
  ]);
  const entries = paths.map((path) => {
    const [base, index] = [committed.get(path), staged.get(path)];
    if (!base) throw fault('notCommitted', { file: path });
    if (base.mode === '120000') throw fault('symlink', { file: path });
    if (!base.mode.startsWith('100')) throw fault('notAFile', { file: path });
    if (!index) throw fault('stagedDeletion', { file: path });
    if (!index.mode.startsWith('100')) throw fault('notAFile', { file: path });
    return { path, base, index };
  });
  const blobs = entries.flatMap(({ base, index }) => [base.blob, index.blob]);
  const contents = await readBlobs(repository, [...new Set(blobs)], signal);
  return entries.map(({ path, base, index }) => ({
    path,
    committed: { ...base, text: textOfBlob(path, contents.get(base.blob)) },
    staged: { mode: index.mode, blob: index.blob, text: textOfBlob(path, contents.get(index.blob)) },
    flags: index.flags,
  }));
}

/** A record's text from its bytes, or why they are no text that could be edited. */
export function textOfBlob(file: string, bytes: Buffer | undefined): string {
  if (!bytes) throw fault('failed', { output: `${file}: no content` });
  if (bytes.length > longestText) throw fault('tooLarge', { file });
  if (!isUtf8(bytes)) throw fault('notUtf8', { file });
  const text = bytes.toString('utf8');
  if (text.startsWith('version https://git-lfs.github.com/spec/')) throw fault('lfs', { file });
  return text;
}

/** Modes and blobs of files in the repository's base. */
export async function committedEntries(
  { top, base }: Pick<Repository, 'top' | 'base'>,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Entry>> {
  const args = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', base, '--', ...paths];
  const answer = await runGit(top, args, { signal });
  if (answer.code !== 0) throw faultOf(answer, top);
  const found = new Map<string, Entry>();
  for (const line of answer.out.toString('utf8').split('\0')) {
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
  const answer = await runGit(top, args, { signal });
  if (answer.code !== 0) throw faultOf(answer, top);
  const found = new Map<string, StagedEntry>();
  for (const line of answer.out.toString('utf8').split('\0')) {
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

/** Reads blobs by their ids, all in one process. */
export async function readBlobs(
  { top }: Pick<Repository, 'top'>,
  blobs: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Buffer>> {
  const input = blobs.map((blob) => `${blob}\n`).join('');
  const answer = await runGit(top, ['cat-file', '--batch'], { input, signal });
  if (answer.code !== 0) throw faultOf(answer, top);
  const found = new Map<string, Buffer>();
  let at = 0;
  while (at < answer.out.length) {
    const end = answer.out.indexOf(10, at);
    const header = /^([0-9a-f]+) blob (\d+)$/.exec(answer.out.toString('latin1', at, end < 0 ? at : end));
    if (!header?.[1]) break;
    const size = Number(header[2]);
    found.set(header[1], answer.out.subarray(end + 1, end + 1 + size));
    at = end + 2 + size;
  }
  return found;
}

/** Stores a text as it stands, through no filter, and gives its id. */
export async function storeText(
  { top }: Pick<Repository, 'top'>,
  text: string,
  signal?: AbortSignal,
): Promise<string> {
  const answer = await runGit(top, ['hash-object', '-w', '--no-filters', '--stdin'], { input: text, signal });
  const blob = answer.out.toString('latin1').trim();
  if (answer.code !== 0 || blob === '') throw faultOf(answer, top);
  return blob;
}
