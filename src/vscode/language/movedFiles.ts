import * as vscode from 'vscode';
import type { FileMove } from '../../core/language/rename/movedFile';
import { filesTouchedBy, planMoves } from '../../core/language/rename/planMoves';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { currentTexts } from './namingTexts';
import type { OwnMove } from './ownMove';
import { addEdits, customerMoveEdits, renameInput } from './renameInEditor';

/** The edits that files and folders take along which somebody moves or renames: everything leads to where it led. */
export async function movedFilesEdit(
  sessions: Sessions,
  { files, token }: vscode.FileWillRenameEvent,
  ownMove: OwnMove,
): Promise<vscode.WorkspaceEdit> {
  const moves = new Map<WorkspaceSession, FileMove[]>();
  for (const renamed of files) {
    if (ownMove.is(renamed)) continue;
    const { oldUri, newUri } = renamed;
    const [before, after] = [sessions.sessionOf(oldUri), sessions.sessionOf(newUri)];
    // What leaves its workspace cannot be followed.
    if (!before || before.session !== after?.session) continue;
    moves.set(before.session, [...(moves.get(before.session) ?? []), { from: before.file, to: after.file }]);
  }
  const whole = new vscode.WorkspaceEdit();
  for (const [session, own] of moves) {
    const texts = await currentTexts(session, filesTouchedBy(own, renameInput(session)), token);
    addEdits(whole, session, { edits: planMoves(own, texts) }, texts);
    for (const move of own) {
      const named = await customerMoveEdits(session, move, token);
      if (named) addEdits(whole, session, { edits: named.plan.edits }, named.texts);
    }
  }
  return whole;
}
