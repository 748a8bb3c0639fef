import * as vscode from 'vscode';
import { NothingChangedError } from '../input/nothingChangedError';
import type { WorkspaceSession } from '../session/workspaceSession';

/**
 * Makes a file and shows it, with its first placeholder selected.
 *
 * @param from where that is looked for
 */
export async function showNewFile(
  session: WorkspaceSession,
  { file, text, from = 0 }: { readonly file: string; readonly text: string; readonly from?: number },
): Promise<vscode.Uri> {
  const uri = session.uriOf(file);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: Buffer.from(text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new NothingChangedError(vscode.l10n.t('{0} cannot be made; is it there already?', file));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const first = text.indexOf('TBD', from);
  const place = document.positionAt(Math.max(0, first));
  editor.selection = new vscode.Selection(place, place.translate(0, first < 0 ? 0 : 'TBD'.length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return uri;
}
