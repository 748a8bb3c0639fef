import { basename, dirname } from 'node:path';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { type AuditedRecord, auditTrail, versionsToRead } from '../../core/audit/auditTrail';
import { runGit } from '../gitProcess';
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
  const versions = await readVersions(folder, versionsToRead(commits, record));
  return auditTrail(commits, versions, record);
}

/** Texts by their ids, from one process of git. */
async function readVersions(folder: string, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (ids.size === 0) return texts;
  const { code, out, err } = await runGit(folder, ['cat-file', '--batch'], {
    input: `${[...ids].join('\n')}\n`,
  });
  if (code !== 0) throw new Error(err.trim());
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const [id = '', kind = '', size = ''] = out.toString('utf8', at, end).split(' ');
    const [start, length] = [end + 1, Number(size)];
    // One that is not there has no size: a clone may have left it out.
    if (end < 0) break;
    if (kind === 'missing' || !Number.isInteger(length)) {
      at = start;
      continue;
    }
    texts.set(id, out.toString('utf8', start, start + length));
    at = start + length + 1;
  }
  return texts;
}
