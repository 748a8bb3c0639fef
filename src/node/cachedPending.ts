import { join } from 'node:path';
import type { PendingRow } from '../core/pending/pendingRow';
import { shortHash } from './cache/cacheFolder';
import type { Contents } from './cache/contents';
import { KeptFile } from './cache/keptFile';
import { groupOf } from './cache/recordPacks';
import type { Survey } from './surveyWorkspace';

/** The last time that a workspace was read; the same for all of them, since the file is named by the workspace. */
const last = 'last';

/**
 * The pending changes of a workspace as they were read last: what can be shown while everything is read. Where files
 * are other ones since, those that hold what they held; how many findings each has may be out of date.
 */
export function readCachedPending(survey: Survey, contents: Contents): readonly PendingRow[] | undefined {
  const { digest } = contents;
  const rows = digest === undefined ? undefined : keptBy(survey, digest)?.read<PendingRow[]>(digest);
  if (rows) return rows;
  const before = lastOf(survey)?.read<string>(last);
  const kept = before === undefined ? undefined : keptBy(survey, before);
  const ids = before === undefined ? undefined : kept?.read<(string | null)[]>(before, 1);
  if (before === undefined || !ids) return undefined;
  return kept?.read<PendingRow[]>(before)?.filter(({ file }, at) => ids[at] && contents.id(file) === ids[at]);
}

/** Keeps the pending changes of a workspace for the next time. */
export function cachePending(survey: Survey, contents: Contents, rows: readonly PendingRow[]): void {
  const { digest } = contents;
  if (digest === undefined || survey.unreadable.length > 0) return;
  const ids = rows.map(({ file }) => contents.id(file) ?? null);
  keptBy(survey, digest)?.write(digest, rows, ids);
  lastOf(survey)?.write(last, digest);
}

/** What was kept for certain contents. */
function keptBy(survey: Survey, digest: string): KeptFile | undefined {
  return fileOf(survey, `${digest}.pending`);
}

/** Where it stands what a workspace held the last time. */
function lastOf(survey: Survey): KeptFile | undefined {
  return fileOf(survey, `${shortHash(survey.root)}.pending`);
}

function fileOf({ texts }: Survey, name: string): KeptFile | undefined {
  const group = groupOf(texts);
  return group === undefined ? undefined : KeptFile.of(join(group, name));
}
