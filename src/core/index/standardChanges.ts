import { hasFailed } from './customers';
import type { IndexKeys } from './indexKeys';
import type { RecordSummary } from './recordSummary';

/** The id of the procedure that a change follows as a standard one. */
export function followedAsStandard({ change, references }: RecordSummary): string | undefined {
  if (change?.changeType !== 'standard') return undefined;
  return references.find(({ kind }) => kind === 'procedure')?.id;
}

/** Whether a standard change counts against its procedure: it failed, or somebody has begun to roll it back, however it ends. */
export function failsProcedure(keys: IndexKeys): boolean {
  return hasFailed(keys) || keys.change?.goesBack === true;
}

/** What of a failed standard change its procedure is judged by. */
export function standardFailure(summary: RecordSummary | undefined): string {
  if (!summary || !failsProcedure(summary) || followedAsStandard(summary) === undefined) return '';
  return JSON.stringify([followedAsStandard(summary), failedAt(summary)]);
}

/** When a change that failed ended; undefined where it does not say. */
export function failedAt({ change }: RecordSummary): number | undefined {
  return change?.actualEnd ?? change?.rollbackAt ?? change?.end;
}
