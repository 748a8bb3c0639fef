import * as vscode from 'vscode';
import type { PushOutcome } from '../../node/push/pushRecords';
import { commandArguments } from '../input/commandArguments';
import { withLateProgress } from '../input/lateProgress';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import type { CommandParts } from './runCommand';

/**
 * `Changebook: Push Records`: pushes what was committed, for instance without a network; of the workspace that a record
 * lies in, else of that of the active editor, else of one that the user picks. `branch` names a new branch to push to.
 */
export async function pushRecords(
  { sessions, pushes }: CommandParts,
  asked: unknown,
  more: unknown,
): Promise<PushOutcome | undefined> {
  const words = commandArguments(asked, more);
  const session = await sessionFor(sessions, words.record);
  if (!session) return undefined;
  return withLateProgress(vscode.l10n.t('Pushing…'), (signal) =>
    pushes.push(session, { asked: true, branch: words.text('branch'), signal }),
  );
}

async function sessionFor(sessions: Sessions, asked: unknown): Promise<WorkspaceSession | undefined> {
  const uri = sessions.uriFor(asked) ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && sessions.sessionOf(uri);
  const all = sessions.all();
  if (place || all.length < 2) return place?.session ?? all[0];
  const items = all.map((session) => ({ label: session.root, session }));
  const placeHolder = vscode.l10n.t('Which workspace?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.session;
}
