import { basename, dirname } from 'node:path';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { type AuditedRecord, auditTrail, versionsToRead } from '../../core/audit/auditTrail';
import { readTexts } from '../readBlobs';
import { readCommits } from './readCommits';

/**
 * Everything that happened to a record, oldest first, as git has it from HEAD on back. Versions of the record are read
 * only around commits that do not tell by themselves what they did.
 *
 * @param path of the file, absolute
 * @throws where git cannot answer
 */
export async function readTrail(path: string, record: AuditedRecord): Promise<AuditEvent[]> {
  const folder = dirname(path);
  const commits = await readCommits(folder, basename(path));
  const versions = await readTexts(folder, versionsToRead(commits, record));
  if (!versions) throw new Error('git cat-file');
  return auditTrail(commits, versions, record);
}
