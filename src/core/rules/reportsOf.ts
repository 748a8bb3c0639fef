import { factsOf } from '../index/factSource';
import type { SummaryReport, WorkspaceContext, WorkspaceRule } from './rule';

/** What a rule across records reports of a record, by what the index keeps of it: nothing, where nothing is kept. */
export function reportsOf(rule: WorkspaceRule, context: WorkspaceContext): Iterable<SummaryReport> {
  const facts = rule.facts ? factsOf(context.summary, rule) : context.summary;
  return facts === undefined ? [] : rule.check(facts, context);
}
