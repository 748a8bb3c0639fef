import * as vscode from 'vscode';

/** Has every open document of a scheme made anew, or those that fit. */
export function refreshShown(
  scheme: string,
  changed: vscode.EventEmitter<vscode.Uri>,
  fits: (uri: vscode.Uri) => boolean = () => true,
): void {
  for (const { uri } of vscode.workspace.textDocuments)
    if (uri.scheme === scheme && fits(uri)) changed.fire(uri);
}
