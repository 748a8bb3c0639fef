import type { Report } from '../findings/report';
import type { ChangeFacts } from '../index/changeFacts';
import type { RecordSummary } from '../index/recordSummary';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { RuleContext, SummaryReport, WorkspaceContext } from './rule';

/** The check of a rule that reads changes alone. */
export function ofChange(
  check: (change: RecordOf<'change'>, context: RuleContext) => Iterable<Report>,
): (record: ParsedRecord, context: RuleContext) => Iterable<Report> {
  return (record, context) => (record.type === 'change' ? check(record, context) : []);
}

/** The same for a rule that looks at summaries. */
export function ofChangeFacts(
  check: (facts: ChangeFacts, context: WorkspaceContext, summary: RecordSummary) => Iterable<SummaryReport>,
): (summary: RecordSummary, context: WorkspaceContext) => Iterable<SummaryReport> {
  return (summary, context) => (summary.change ? check(summary.change, context, summary) : []);
}
