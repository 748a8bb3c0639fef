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

/** A standard change that counts against its procedure, and when it failed: infinite where it does not say. */
export interface StandardFailure {
  readonly procedure: string;
  readonly at: number;
}

/** How a change counts against the procedure that it follows as a standard one; undefined of one that does not. */
export function standardFailure(summary: RecordSummary): StandardFailure | undefined {
  const procedure = failsProcedure(summary) ? followedAsStandard(summary) : undefined;
  if (procedure === undefined) return undefined;
  const { actualEnd, rollbackAt, end } = summary.change ?? {};
  return { procedure, at: actualEnd ?? rollbackAt ?? end ?? Number.POSITIVE_INFINITY };
}

/** The same as one text to compare. */
export function standardFailureText(summary: RecordSummary | undefined): string {
  const { procedure, at } = (summary && standardFailure(summary)) ?? {};
  return procedure === undefined ? '' : `${procedure} ${at}`;
}
