import * as vscode from 'vscode';

/** The open folders where programs may be started at all. */
export function foldersOnDisk(): vscode.WorkspaceFolder[] {
  if (!vscode.workspace.isTrusted) return [];
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
