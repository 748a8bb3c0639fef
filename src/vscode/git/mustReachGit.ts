import * as vscode from 'vscode';
import { NothingChangedError } from '../input/nothingChangedError';
import type { WorkspaceSession } from '../session/workspaceSession';

/** Throws where no git is started, whatever a menu hides: where nobody trusts the folder, and where there is no disk. */
export function mustReachGit({ backend }: WorkspaceSession): void {
  if (!vscode.workspace.isTrusted)
    throw new NothingChangedError(vscode.l10n.t('the workspace is not trusted'));
  if (!backend.onDisk) throw notOnDisk();
}

/** Why an action is not taken in the browser, or on any other files that git cannot reach. */
export function notOnDisk(): NothingChangedError {
  return new NothingChangedError(
    vscode.l10n.t('actions are commits, and these files are on no disk that git could reach'),
  );
}
