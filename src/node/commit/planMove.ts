import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { TextChange } from '../../core/actions/textChange';
import { applyEdits } from '../../core/model/text/edit';
import { fault, gitOutput } from './faultError';
import type { Repository } from './repository';
import { editsOf, type FilePlan } from './stagedChange';
import { committedEntries, emptyBlobs, noBlob, type StoredFile, storeText } from './storedCopies';
import { filesOnDisk } from './workTree';

/** A file that gets another name, and what is edited in it. */
interface MovedFile {
  /** Absolute path of the file. */
  readonly workPath: string;
  /** Absolute path that it has afterwards, in the same folder or another one that is there. */
  readonly to: string;
  readonly change: TextChange;
}

/**
 * Plans that a file gets another name with an edit of its text. Refused where it has edits that are not committed, in the
 * folder or staged, since nobody could tell what of them was meant to come along, and where the name is taken.
 */
export async function planMove(
  repository: Repository,
  stored: StoredFile,
  { workPath, to, change }: MovedFile,
  { dryRun }: { readonly dryRun: boolean },
): Promise<{ readonly comes: FilePlan; readonly leaves: FilePlan }> {
  const path = join(dirname(stored.path), basename(to)).split(sep).join('/');
  const shown = await filesOnDisk().read(workPath);
  if (shown === undefined) throw fault('missing', { file: stored.path });
  const committed = stored.isNew ? shown : stored.committed.text;
  const shownBlob = await storeText(repository, shown, { path: stored.path, dryRun: true });
  if (!isClean(stored, shownBlob)) throw fault('moveEdited', { file: stored.path });
  await refuseTaken(repository, path, to);
  const after = applyEdits(committed, editsOf(change, committed, 'committed')).text;
  const newBlob = await storeText(repository, after, { ...(stored.isNew ? { path } : {}), dryRun });
  const shownAfter = applyEdits(shown, editsOf(change, shown, 'workTree')).text;
  const { mode } = stored.committed;
  const none = { mode, blob: noBlob, text: '' };
  return {
    comes: {
      stored: { path, committed: { ...none, text: after }, staged: none, flags: [], isNew: true },
      workPath: to,
      change,
      committed: [{ range: { start: 0, end: 0 }, text: after }],
      newBlob,
      stagedBlob: newBlob,
      move: { from: workPath, to, before: shown, after: shownAfter },
    },
    leaves: {
      stored,
      workPath,
      change,
      committed: stored.isNew ? [] : [{ range: { start: 0, end: committed.length }, text: '' }],
      newBlob: noBlob,
      stagedBlob: noBlob,
      move: 'leaves',
    },
  };
}

/** Whether all copies of a file say the same; one that no commit has yet may be staged as it is. */
function isClean({ isNew, committed, staged, flags }: StoredFile, shown: string): boolean {
  if (flags.length > 0) return false;
  if (isNew) return [noBlob, shown, ...emptyBlobs].includes(staged.blob);
  return committed.blob === staged.blob && committed.blob === shown;
}

/** Refuses a name that a file has, committed, staged or in the folder, also in other letters of the same kind. */
async function refuseTaken(repository: Repository, path: string, to: string): Promise<void> {
  const { top } = repository;
  const args = ['--icase-pathspecs', '--noglob-pathspecs', 'ls-files', '-z', '--', `./${path}`];
  const [head, staged] = await Promise.all([
    committedEntries(repository, [path], undefined),
    gitOutput(top, args),
  ]);
  const name = seenName(basename(to));
  const there = readdirSync(dirname(to)).find((other) => seenName(other) === name);
  if (head.size > 0 || staged.length > 0 || there !== undefined) {
    const file = there === undefined ? path : relative(top, join(dirname(to), there));
    throw fault('nameTaken', { file });
  }
}

/** A name as disks take it that know no capitals, or compose letters by themselves. */
function seenName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
