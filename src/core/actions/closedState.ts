import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ParsedRecord } from '../model/parse/record';
import { stateName } from '../model/vocabulary/stateName';
import { stageOfRecord } from '../rules/recordStage';
import { initialStatus, isOpen } from '../workflow/stages';

/** The state of a record that is done, rejected or cancelled, as a refusal names it; undefined of an open one. */
export function closedState(
  record: ParsedRecord,
  stages: WorkspaceConfig['stages'],
): { 'state.en': string; 'state.es': string } | undefined {
  if (record.type === 'procedure' || isOpen(stageOfRecord(record, { stages }))) return undefined;
  const state = record.data.status ?? initialStatus(record.type);
  return { 'state.en': stateName(state, 'en'), 'state.es': stateName(state, 'es') };
}
