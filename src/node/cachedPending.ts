import type { PendingRow } from '../core/pending/pendingRow';
import { surveyKey } from './cachedCheck';
import { CacheFile } from './cacheFile';
import type { Survey } from './surveyWorkspace';

const ending = 'pending.json';

/**
 * The pending changes of a workspace as they were read last, where none of its files is another one since: what can be
 * shown while everything is read. How many findings each has may be out of date by the clock, nothing else.
 */
export function readCachedPending(survey: Survey): readonly PendingRow[] | undefined {
  const cache = CacheFile.of(survey.root, ending);
  return cache?.kept(surveyKey(cache, survey));
}

/** Keeps the pending changes of a workspace for the next time. */
export function cachePending(survey: Survey, rows: readonly PendingRow[]): void {
  if (survey.unreadable.length > 0) return;
  const cache = CacheFile.of(survey.root, ending);
  cache?.keep(surveyKey(cache, survey), rows);
}
