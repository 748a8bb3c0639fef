import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ParsedRecord } from '../model/parse/record';
import type { RecordSummary } from './recordSummary';

/** What facts of a record are taken by, besides the record. */
export interface FactsContext {
  /** Path of the file, relative to the workspace, with `/`. */
  readonly file: string;
  readonly config: WorkspaceConfig;
  /** What the index keeps of the record for everybody. */
  readonly summary: RecordSummary;
}

/**
 * Somebody for whom the index keeps something of each record: a rule, or what several rules and services ask for. Only
 * the record's own check may read it: where other records look at something, it belongs into the summary, by which the
 * index tells whose findings may be others now; of procedures, whose approvals others look at, it knows these facts.
 */
export interface FactSource<F = unknown> {
  /** Under which name it is kept; of a rule its own. */
  readonly id: string;
  /**
   * Takes from a record what is kept: plain data that JSON can write, and small, since it is kept of ten thousand
   * records. Undefined where there is nothing to keep.
   */
  facts(record: ParsedRecord, context: FactsContext): F | undefined;
}

/** What is kept of a record for somebody; undefined where nothing is. */
export function factsOf<F>(
  { facts }: Pick<RecordSummary, 'facts'>,
  { id }: Pick<FactSource<F>, 'id'> & Partial<FactSource<F>>,
): F | undefined {
  // What was kept under a name was made by whoever has that name.
  return facts?.[id] as F | undefined;
}
