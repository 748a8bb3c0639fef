import type { RecordSummary } from './recordSummary';

/** The id of the change that a record follows up. */
export function supersededBy(summary: RecordSummary | undefined): string | undefined {
  return summary?.references.find((part) => part.kind === 'supersedes')?.id;
}
