import * as vscode from 'vscode';
import { pendingChoices } from '../documents/pendingChoices';
import { pickOne } from '../input/pickOne';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Find Pending Change…`: by its whole title, its id, its customer or its state, and goes to its row. The
 * tree's own search looks at what its rows begin with, which is a short title. What a filter leaves out is opened.
 */
export const findChange: RunCommand = async ({ sessions, views }) => {
  const none = vscode.l10n.t('There is no pending change in this workspace.');
  const placeHolder = vscode.l10n.t('Which change? Its title, id, customer or state');
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  const uri = (await pickOne(pendingChoices(sessions), none, options))?.uri;
  if (uri && !(await views.reveal(uri))) await vscode.window.showTextDocument(uri);
};
