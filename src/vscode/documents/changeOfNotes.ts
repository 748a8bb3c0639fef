import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import { changeFor, type EditableChange } from './editableRecord';
import { ReleaseDocuments } from './releaseDocuments';

/** The change that is asked for; of notes that are being read, theirs. */
export function changeOfNotes(sessions: Sessions, asked: unknown): Promise<EditableChange | undefined> {
  const read = ReleaseDocuments.recordOf(vscode.window.activeTextEditor?.document.uri);
  return changeFor(
    sessions,
    asked instanceof vscode.Uri ? (ReleaseDocuments.recordOf(asked) ?? asked) : (asked ?? read),
  );
}
