import * as vscode from 'vscode';
import { faultText } from '../../core/actions/commitFaults';
import { recordPatterns } from '../../core/merge/mergeAttributes';
import { commandIds } from '../commandIds';
import { language } from '../editorLanguage';
import { faultOffers, tell } from '../git/faultOffers';
import { mustReachGit } from '../git/mustReachGit';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickOne } from '../input/pickOne';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Let Git Merge Records by Steps`: by their fields and steps, in this clone, and in others once they do the
 * same. What is said afterwards has a button that takes it back.
 */
export const mergeBySteps: RunCommand = async ({ sessions, extensionUri }, asked) => {
  const session = await sessionFor(sessions, asked);
  if (!session) return;
  mustReachGit(session);
  const { gitTopLevelOf } = await import('../../node/workspaceRoot');
  const top = gitTopLevelOf(session.root);
  if (top === undefined) throw new NothingChangedError(vscode.l10n.t('there is no git repository here'));
  const { installDriver, removeDriver } = await import('../../node/merge/installDriver');
  const patterns = recordPatterns(session.input().config.data.records);
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const own = { node: process.execPath, script, before: 'ELECTRON_RUN_AS_NODE=1 ' };
  const { commit } = await installDriver(session.root, top, patterns, own);
  if (commit?.kind === 'fault') {
    const reason = faultText(commit.fault, language, undefined, 'editor');
    const uri = vscode.Uri.file(session.root);
    const retry = () => vscode.commands.executeCommand(commandIds.mergeBySteps, uri);
    void tell(
      'warning',
      vscode.l10n.t('.gitattributes is not committed: {0}', reason),
      faultOffers(commit.fault, { uri, retry }),
    );
    return;
  }
  const message = vscode.l10n.t(
    'In this clone git merges records by their fields and steps. Other clones need the same once.',
  );
  const back = vscode.l10n.t('Take it back');
  void vscode.window.showInformationMessage(message, back).then(async (answer) => {
    if (answer === back) await removeDriver(session.root, top);
  });
};

/** The workspace that is meant: of the file that was named or is open, else the only one, else the one that is picked. */
async function sessionFor(sessions: Sessions, asked: unknown): Promise<WorkspaceSession | undefined> {
  const uri = sessions.uriFor(asked) ?? vscode.window.activeTextEditor?.document.uri;
  const meant = uri && sessions.sessionOf(uri)?.session;
  const [only, ...others] = sessions.all();
  if (meant || others.length === 0) return meant ?? only;
  const items = sessions.all().map((session) => ({ label: session.root, session }));
  const title = vscode.l10n.t('Let git merge records by steps');
  return (await pickOne(items, title, { title, more: 0 }))?.session;
}
