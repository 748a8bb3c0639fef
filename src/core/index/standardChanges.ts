import { hasFailed } from './customers';
import type { RecordSummary } from './recordSummary';

/** The id of the procedure that a change follows as a standard one. */
export function followedAsStandard({ change, references }: RecordSummary): string | undefined {
  if (change?.changeType !== 'standard') return undefined;
  return references.find(({ kind }) => kind === 'procedure')?.id;
}

/** What of a failed standard change its procedure is judged by. */
export function standardFailure(summary: RecordSummary | undefined): string {
  if (!summary || !hasFailed(summary) || followedAsStandard(summary) === undefined) return '';
  return JSON.stringify([followedAsStandard(summary), failedAt(summary)]);
}

/** When a change that failed ended; undefined where it does not say. */
export function failedAt({ change }: RecordSummary): number | undefined {
  return change?.actualEnd ?? change?.end;
}
