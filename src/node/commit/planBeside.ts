import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { textRange } from '../../core/model/text/range';
import { type BesideWriting, bytesAt } from './besideFiles';
import { fault } from './faultError';
import { pathInside, type Repository } from './repository';
import type { FilePlan } from './stagedChange';
import {
  committedEntries,
  emptyBlobs,
  noBlob,
  type StoredFile,
  stagedEntries,
  storeText,
} from './storedCopies';

/** A file that comes or goes with the commit of a record: bytes, which nobody edits. */
export interface BesideFile extends BesideWriting {
  /** A folder that is there: the workspace. */
  readonly root: string;
  /** Path inside of it, with `/`. */
  readonly file: string;
}

/**
 * Plans what becomes of such a file. Nothing where the commit has it already, or has it no more, or where somebody has
 * edited what was to go.
 *
 * @throws FaultError where something else stands in its place, or a link in the place of its folder
 */
export async function planBeside(
  repository: Repository,
  { root, file, content }: BesideFile,
  options: PlanOptions,
): Promise<FilePlan | undefined> {
  const workPath = join(realpathSync(root), file);
  const path = pathInside(repository, workPath);
  const [head, index] = await Promise.all([
    committedEntries(repository, [path], options.signal),
    stagedEntries(repository, [path], options.signal),
  ]);
  const { flags = [], ...entry } = index.get(path) ?? {};
  const place = { workPath, path, base: head.get(path), staged: { ...none, ...entry }, flags };
  return content ? coming(repository, place, content, options) : going(repository, place);
}

interface PlanOptions {
  /** Whether nothing is stored for it. */
  readonly dryRun: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** How a file of bytes stands. */
interface Place extends Pick<StoredFile, 'path' | 'staged' | 'flags'> {
  readonly workPath: string;
  readonly base: { readonly mode: string; readonly blob: string } | undefined;
}

const none = { mode: '100644', blob: noBlob, text: '' };
/** No edit of a text: that something changes is all that it says. */
const unedited = { change: { plan: () => ({ edits: [] }) }, committed: [{ range: textRange(0), text: '' }] };

async function coming(
  repository: Repository,
  { workPath, path, base, staged, flags }: Place,
  content: Uint8Array,
  options: PlanOptions,
): Promise<FilePlan | undefined> {
  refuseInTheWay(repository.top, path);
  const newBlob = await storeText(repository, Buffer.from(content), { path, ...options });
  if (base?.blob === newBlob) return undefined;
  const there = bytesAt(workPath);
  if (base || (there && !there.equals(content))) throw fault('nameTaken', { file: path });
  if (![noBlob, newBlob, ...emptyBlobs].includes(staged.blob)) throw fault('stagedOtherwise', { file: path });
  const stored = { path, committed: none, staged, flags, isNew: true };
  return { ...unedited, workPath, stored, newBlob, stagedBlob: newBlob, beside: { content } };
}

async function going(
  repository: Repository,
  { workPath, path, base, staged, flags }: Place,
): Promise<FilePlan | undefined> {
  if (!base || ![base.blob, noBlob].includes(staged.blob)) return undefined;
  const shown = bytesAt(workPath);
  if (shown && (await storeText(repository, shown, { path, dryRun: true })) !== base.blob) return undefined;
  const stored = { path, committed: { ...none, ...base }, staged, flags };
  return {
    ...unedited,
    workPath,
    stored,
    newBlob: noBlob,
    stagedBlob: noBlob,
    beside: { content: undefined },
  };
}

/** Refuses a folder that is a link or no folder: what is written there would lie elsewhere. */
function refuseInTheWay(top: string, path: string): void {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const stats = lstatSync(join(top, ...parts.slice(0, count)), { throwIfNoEntry: false });
    if (!stats) return;
    const fits = count < parts.length ? stats.isDirectory() : stats.isFile();
    if (!fits) throw fault('inTheWay', { file: path });
  }
}
