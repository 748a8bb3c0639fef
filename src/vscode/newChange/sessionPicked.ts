import * as vscode from 'vscode';
import { mustReachGit } from '../git/mustReachGit';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickFrom } from '../input/pickOne';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { sessionFor } from './makeChange';

/** The workspace in which something is made: the only one, that of the active editor, or the one that the user picks. */
export async function sessionPicked(sessions: Sessions): Promise<WorkspaceSession | undefined> {
  if (!vscode.workspace.isTrusted)
    throw new NothingChangedError(vscode.l10n.t('the workspace is not trusted'));
  const { session, sure } = await sessionFor(sessions, undefined);
  if (!session) throw new NothingChangedError(vscode.l10n.t('no folder with files on this disk is open'));
  const items = sessions.all().map((own) => ({ label: own.backend.name, description: own.root, own }));
  const placeHolder = vscode.l10n.t('In which workspace?');
  const picked = sure ? session : (await pickFrom(items, { placeHolder }))?.own;
  if (picked) mustReachGit(picked);
  return picked;
}
