import type { WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { type MovableChange, movableChange } from '../../core/schedule/slotFix';
import { isOpen } from '../../core/workflow/stages';
import type { WorkspaceSession } from './workspaceSession';

/** A change that may move, and what its workspace says of when. */
export interface Movable {
  readonly change: MovableChange;
  readonly input: WorkspaceCheckInput;
}

/** The open change that a file's text holds, and what a search for its slots needs. */
export function movableIn(session: WorkspaceSession, file: string, text: string): Movable | undefined {
  const entry = session.entryOf(file);
  const input = session.input();
  const change = entry && isOpen(entry.summary.stage) ? movableChange(text, entry, input) : undefined;
  return change && { change, input };
}
