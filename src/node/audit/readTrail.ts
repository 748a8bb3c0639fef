import { basename, dirname } from 'node:path';
import type { AuditCommit } from '../../core/audit/auditCommit';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { type AuditedRecord, auditTrail, versionsToRead } from '../../core/audit/auditTrail';
import { withEvidenceState } from '../evidence/evidenceState';
import { readTexts } from '../readBlobs';
import { approvingMerges, withMerges } from './approvingMerges';
import { readCommits } from './readCommits';

/**
 * The history of a record from git, oldest first, up to HEAD. Versions of the record are read only for commits whose
 * messages do not say what they did, and files that show that a step is done, to see whether they are what they were.
 *
 * @param path of the file, absolute
 * @throws if git fails
 */
export async function readTrail(path: string, record: AuditedRecord): Promise<AuditEvent[]> {
  const folder = dirname(path);
  const [commits, merges] = await Promise.all([readCommits(folder, basename(path)), approvingMerges(folder)]);
  const events = await eventsOf(folder, await withMerges(folder, commits, merges), record);
  return withEvidenceState(path, record.file, events);
}

/**
 * What commits tell of a record.
 *
 * @param folder a folder of the repository
 * @param commits oldest first
 */
export async function eventsOf(
  folder: string,
  commits: readonly AuditCommit[],
  record: AuditedRecord,
): Promise<AuditEvent[]> {
  const versions = await readTexts(folder, versionsToRead(commits, record));
  if (!versions) throw new Error('git cat-file');
  return auditTrail(commits, versions, record);
}
