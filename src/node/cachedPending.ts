import { join } from 'node:path';
import type { PendingRow } from '../core/pending/pendingRow';
import type { Contents } from './cache/contents';
import { KeptFile } from './cache/keptFile';
import { groupOf } from './cache/recordPacks';
import type { Survey } from './surveyWorkspace';

/**
 * The pending changes of a workspace as they were read last, where its files hold what they held then: what can be shown
 * while everything is read. How many findings each has may be out of date by the clock, nothing else.
 */
export function readCachedPending(survey: Survey, contents: Contents): readonly PendingRow[] | undefined {
  const { digest } = contents;
  return digest === undefined ? undefined : fileOf(survey, digest)?.read(digest);
}

/** Keeps the pending changes of a workspace for the next time. */
export function cachePending(survey: Survey, contents: Contents, rows: readonly PendingRow[]): void {
  const { digest } = contents;
  if (digest !== undefined && survey.unreadable.length === 0) fileOf(survey, digest)?.write(digest, rows);
}

function fileOf({ texts }: Survey, digest: string): KeptFile | undefined {
  const group = groupOf(texts);
  return group === undefined ? undefined : KeptFile.of(join(group, `${digest}.pending`));
}
