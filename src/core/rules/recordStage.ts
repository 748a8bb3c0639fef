import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ParsedRecord } from '../model/parse/record';
import { initialStatus, stageOf } from '../workflow/stages';

/** The stage that counts for a record's rules. */
export function stageOfRecord(record: ParsedRecord, config: Pick<WorkspaceConfig, 'stages'>): string {
  if (record.type === 'procedure') return '';
  const status = record.data.status ?? initialStatus(record.type);
  return stageOf(status, record.type === 'change' ? record.data.hold?.from : undefined, config.stages);
}
