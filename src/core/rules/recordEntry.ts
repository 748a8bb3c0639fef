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
  const kept = sources.flatMap((source) => {
    const facts = source.facts(record, { file, config, summary });
    return facts === undefined ? [] : [[source.id, facts] as const];
  });
  return kept.length > 0 ? { ...summary, facts: Object.fromEntries(kept) } : summary;
}

/** The entry of a record as it stands: its summary, and what its own text already tells is wrong. */
export function recordEntry(record: ParsedRecord, file: string, config: WorkspaceConfig): IndexEntry {
  return {
    file,
    summary: recordSummary(record, file, config),
    findings: checkRecord(record, { file, config }),
  };
}
