import * as vscode from 'vscode';
import { workspaceRootOf } from '../node/workspaceRoot';
import { foldersOnDisk } from './foldersOnDisk';

/** The root of the workspace that is meant: of the file that is open, else of the first trusted folder on a disk. */
export function workspaceMeant(): string | undefined {
  const folders = foldersOnDisk();
  const uri = vscode.window.activeTextEditor?.document.uri;
  const own = uri?.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
  const folder = folders.find((each) => each === own) ?? folders[0];
  return folder && workspaceRootOf(folder.uri.fsPath);
}
