import { statSync } from 'node:fs';
import { applyEdits, type TextEdit } from '../../core/model/text/edit';
import { fault } from './faultError';
import type { Repository } from './repository';
import { editsOf, type FilePlan } from './stagedChange';
import { emptyBlobs, noBlob, type StoredFile, storeText } from './storedCopies';
import { filesOnDisk } from './workTree';

/** Plans a change of one file in what is committed and what is staged, and stores the texts that it makes. */
export async function planFile(
  repository: Repository,
  stored: StoredFile,
  file: Pick<FilePlan, 'workPath' | 'change'>,
  options: { readonly dryRun?: boolean } = {},
): Promise<FilePlan> {
  const { workPath, change } = file;
  if (stored.isNew) return planNewFile(repository, stored, file, options);
  const { committed, staged } = stored;
  const edits = editsOf(change, committed.text, 'committed');
  const store = (text: string, own: readonly TextEdit[]): Promise<string> =>
    storeText(repository, applyEdits(text, own).text, options);
  const same = committed.blob === staged.blob;
  const stagedEdits = same ? edits : editsOf(change, staged.text, 'staged');
  const [newBlob, stagedBlob] = await Promise.all([
    edits.length > 0 ? store(committed.text, edits) : committed.blob,
    same || stagedEdits.length === 0 ? undefined : store(staged.text, stagedEdits),
  ]);
  const own = same ? newBlob : (stagedBlob ?? staged.blob);
  return { stored, workPath, change, committed: edits, newBlob, stagedBlob: own };
}

/** A new file is committed as it lies in the folder; what somebody staged of it otherwise is not thrown away. */
async function planNewFile(
  repository: Repository,
  stored: StoredFile,
  { workPath, change }: Pick<FilePlan, 'workPath' | 'change'>,
  options: { readonly dryRun?: boolean },
): Promise<FilePlan> {
  const { path, staged, committed } = stored;
  // Not what an editor shows: that has no byte order mark and no line endings of its own.
  const text = await filesOnDisk().read(workPath);
  if (text === undefined) throw fault('missing', { file: path });
  const newBlob = await storeText(repository, text, { path, ...options });
  if (![noBlob, newBlob, ...emptyBlobs].includes(staged.blob)) throw fault('stagedOtherwise', { file: path });
  const executable = ((statSync(workPath, { throwIfNoEntry: false })?.mode ?? 0) & 0o100) !== 0;
  const mode = staged.blob === newBlob ? staged.mode : executable ? '100755' : '100644';
  return {
    stored: { ...stored, committed: { ...committed, mode, text }, staged: { ...staged, mode } },
    workPath,
    change,
    committed: [{ range: { start: 0, end: 0 }, text }],
    newBlob,
    stagedBlob: newBlob,
  };
}
