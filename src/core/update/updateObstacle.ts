import { closedState } from '../actions/closedState';
import { type Refusal, refusal } from '../actions/refusals';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordOf } from '../model/parse/record';
import type { SourceProcedure } from '../procedure/takenSections';
import { referenceTo } from './updatedText';

/** A change, with its file, relative to the workspace. */
export interface FollowingChange {
  readonly file: string;
  readonly record: RecordOf<'change'>;
}

/**
 * Why a change takes nothing over, whatever stands in it and in its procedure.
 *
 * @param current the procedure that the workspace has under the id that the change names
 */
export function updateObstacle(
  { record, file }: FollowingChange,
  current: SourceProcedure | undefined,
  { stages }: Pick<WorkspaceConfig, 'stages'>,
): Refusal | undefined {
  const { procedure, id } = record.data;
  const closed = closedState(record, stages);
  if (closed) return refusal('closedUpdate', closed);
  if (!procedure) return refusal('noProcedure', { record: id ?? file });
  if (!current) return refusal('procedureGone', { procedure: procedure.split('@', 1)[0] ?? '' });
  if (!current.record.data.retired) return undefined;
  return refusal('retiredProcedure', { procedure: referenceTo(current.record) });
}
