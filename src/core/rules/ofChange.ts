import type { ChangeFacts } from '../index/changeFacts';
import type { RecordSummary } from '../index/recordSummary';
import type { SummaryReport, WorkspaceContext } from './rule';

/** The check of a rule that looks at summaries of changes alone. */
export function ofChangeFacts(
  check: (facts: ChangeFacts, context: WorkspaceContext, summary: RecordSummary) => Iterable<SummaryReport>,
): (summary: RecordSummary, context: WorkspaceContext) => Iterable<SummaryReport> {
  return (summary, context) => (summary.change ? check(summary.change, context, summary) : []);
}
