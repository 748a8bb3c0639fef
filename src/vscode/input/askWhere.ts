import * as vscode from 'vscode';

/** Asks where a file is saved: by default in the first folder, by this name. */
export function askWhere(
  title: string,
  name: string,
  filters: { [kind: string]: string[] },
): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, name);
  return vscode.window.showSaveDialog({ title, filters, ...(defaultUri && { defaultUri }) });
}

/** Says that a file was saved, with a way to open it. */
export function tellSaved(message: string, open: () => unknown): void {
  const title = vscode.l10n.t('Open');
  void vscode.window.showInformationMessage(message, title).then((answer) => answer === title && open());
}
