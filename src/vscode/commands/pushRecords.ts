import * as vscode from 'vscode';
import { commandArguments } from '../input/commandArguments';
import { withLateProgress } from '../input/lateProgress';
import { pickFrom } from '../input/pickOne';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Push Records`: pushes what was committed, for instance without a network; of the workspace that a record
 * lies in, else of that of the active editor, else of one that the user picks. `branch` names a new branch to push to.
 */
export const pushRecords: RunCommand = async ({ sessions, pushes }, asked, more) => {
  const words = commandArguments(asked, more);
  const session = await sessionFor(sessions, words.record);
  if (!session) return undefined;
  return withLateProgress(vscode.l10n.t('Pushing…'), (signal) =>
    pushes.push(session, { asked: true, branch: words.text('branch'), signal }),
  );
};

/** `Changebook: Cancel Pushing`: commits stay where they are. */
export const cancelPush: RunCommand = ({ pushes }) => pushes.cancel();

async function sessionFor(sessions: Sessions, asked: unknown): Promise<WorkspaceSession | undefined> {
  const uri = sessions.uriFor(asked) ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && sessions.sessionOf(uri);
  const all = sessions.all();
  if (place || all.length < 2) return place?.session ?? all[0];
  const items = all.map((session) => ({ label: session.root, session }));
  const placeHolder = vscode.l10n.t('Which workspace?');
  return (await pickFrom(items, { placeHolder }))?.session;
}
