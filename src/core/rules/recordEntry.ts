import { forCustomer } from '../config/forCustomer';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import type { RecordSummary } from '../index/recordSummary';
import { summarise } from '../index/summarise';
import type { ParsedRecord } from '../model/parse/record';
import { checkRecord, subjectOf } from './checkRecord';
import { effectiveRules } from './effectiveRules';

/** What the index keeps of a record: its summary, with the facts of every rule that counts for it. */
export function recordSummary(record: ParsedRecord, file: string, config: WorkspaceConfig): RecordSummary {
  const summary = summarise(record, file, config);
  const { sources } = effectiveRules(record.type, subjectOf(summary), { file, config });
  const context = { file, config, summary };
  const kept: { [source: string]: unknown } = {};
  let keeps = false;
  for (const source of sources) {
    const facts = source.facts(record, context);
    if (facts === undefined) continue;
    kept[source.id] = facts;
    keeps = true;
  }
  return keeps ? { ...summary, facts: kept } : summary;
}

/** The entry of a record as it stands: its summary, and what its own text already tells is wrong. */
export function recordEntry(read: ParsedRecord, file: string, config: WorkspaceConfig): IndexEntry {
  const record = forCustomer(read, config);
  return {
    file,
    summary: recordSummary(record, file, config),
    findings: checkRecord(record, { file, config }),
  };
}
