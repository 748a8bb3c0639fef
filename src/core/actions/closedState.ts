import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ParsedRecord } from '../model/parse/record';
import { stateArgs } from '../model/vocabulary/stateName';
import { stageOfRecord } from '../rules/recordStage';
import { initialStatus, isOpen } from '../workflow/stages';

/** The state of a record that is done, rejected or cancelled, as a refusal names it; undefined of an open one. */
export function closedState(
  record: ParsedRecord,
  stages: WorkspaceConfig['stages'],
): ReturnType<typeof stateArgs> | undefined {
  if (record.type === 'procedure' || isOpen(stageOfRecord(record, { stages }))) return undefined;
  return stateArgs('state', record.data.status ?? initialStatus(record.type));
}
