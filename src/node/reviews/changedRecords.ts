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
  const call = ['diff-tree', '-r', '--no-renames', ...rawFormat, left.commit, commit, '--'];
  const { code, out } = await readOnlyGit(root, call);
  if (code !== 0) return undefined;
  const changes = [...rawChanges(out)].filter(({ path }) => /\.(?:md|markdown)$/.test(path));
  const removed = new Set(changes.filter(({ status }) => status === 'D').map(({ blob }) => blob));
  const blobs = new Map<string, string>();
  for (const { path, blob, blobAfter, status } of changes)
    if (status !== 'D' && blob !== blobAfter && !removed.has(blobAfter)) blobs.set(path, blobAfter);
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
