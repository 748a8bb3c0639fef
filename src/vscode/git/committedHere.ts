import * as vscode from 'vscode';
import type { EditableRecord } from '../documents/editableRecord';

/** The text of a record as it is committed, where its document has another one; undefined where no git may be asked. */
export async function committedHere({ session, document }: EditableRecord): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted || !session.backend.onDisk) return undefined;
  const { committedOtherwise } = await import('../../node/commit/committedText');
  return committedOtherwise(document.uri.fsPath, document.getText());
}
