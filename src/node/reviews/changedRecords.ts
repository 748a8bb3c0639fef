import { digestOf } from '../../core/approvals/approvedContent';
import { type RecordThen, recordKey } from '../../core/approvals/reviews/countReviews';
import { longestText } from '../../core/model/parse/longestText';
import type { RecordReader } from '../../core/rules/recordReader';
import { baseOf, rawChanges, rawFormat } from '../changedSince';
import { readTexts } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';

/** The records that a request had changed by a commit of its own, by what recognises them. */
export type ChangedRecords = ReadonlyMap<string, RecordThen>;

/**
 * The records of a workspace that a request had changed by one of its commits, with digests of what they said there.
 * One that was only moved to another place is none that anybody looked at.
 *
 * @param base the tip of the branch that the request is for
 * @param reader which files are records, as the workspace says now
 * @returns undefined where git does not have the commits, or not what lies between them
 */
export async function recordsChangedBy(
  root: string,
  base: string,
  commit: string,
  reader: RecordReader,
): Promise<ChangedRecords | undefined> {
  const left = await baseOf(root, base, commit);
  if ('kind' in left || left.unrelated) return undefined;
  const listed = await changesBetween(root, left.commit, commit);
  const changes = listed?.filter(({ path }) => /\.(?:md|markdown)$/.test(path));
  if (!changes) return undefined;
  const target = await targetWithin(root, commit);
  const own = target === undefined ? changes : await changesBetween(root, target, commit);
  if (!own) return undefined;
  // What the branch only took over from the one that it is for is shown to nobody in the request.
  const brought = new Set(own.map(({ path }) => path));
  const removed = new Set(changes.filter(({ status }) => status === 'D').map(({ blob }) => blob));
  const blobs = new Map<string, string>();
  for (const { path, blob, blobAfter, status } of changes)
    if (status !== 'D' && blob !== blobAfter && !removed.has(blobAfter) && brought.has(path))
      blobs.set(path, blobAfter);
  const texts = await readTexts(root, blobs.values());
  if (!texts) return undefined;
  const records = new Map<string, RecordThen>();
  for (const [file, blob] of blobs) {
    const text = texts.get(blob);
    // What this clone lacks may be the record.
    if (text === undefined) return undefined;
    const record = text.length <= longestText ? reader.readRecord(file, text) : undefined;
    if (!record || record.type === 'ticket') continue;
    const key = recordKey(record, file);
    records.set(key, records.has(key) ? 'doubled' : { file, digest: digestOf(record) });
  }
  return records;
}

async function changesBetween(root: string, one: string, other: string) {
  const call = ['diff-tree', '-r', '--no-renames', ...rawFormat, one, other, '--'];
  const { code, out } = await readOnlyGit(root, call);
  return code === 0 ? [...rawChanges(out)] : undefined;
}

/**
 * The newest commit of what is checked out, along its first parents, that a commit holds already: hosts may tell of the
 * base of a request as it was when it was opened, and the branch has taken over what came later. Undefined where the
 * commit is one of that line itself, as after a fast-forward.
 */
export async function targetWithin(root: string, commit: string): Promise<string | undefined> {
  const line = ['rev-list', '--first-parent', '--parents', 'HEAD', `^${commit}`, '--'];
  const { code, out } = await readOnlyGit(root, ['-c', 'core.commitGraph=false', ...line]);
  if (code !== 0) return undefined;
  const listed = out.toString('latin1').trim();
  const tip = listed === '' ? await readOnlyGit(root, ['rev-parse', 'HEAD']) : undefined;
  const held = tip ? tip.out.toString('latin1').trim() : listed.split('\n').at(-1)?.split(' ')[1];
  return held === commit ? undefined : held;
}
