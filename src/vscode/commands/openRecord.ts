import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import type { RunCommand } from './runCommand';

/** `Changebook: Open Record`: that which the command was called with, else one that the user picks by its id. */
export const openRecord: RunCommand = async ({ sessions }, asked) => {
  const uri = sessions.uriFor(asked) ?? (await pickRecord(sessions));
  if (uri) await vscode.window.showTextDocument(uri);
};

async function pickRecord(sessions: Sessions): Promise<vscode.Uri | undefined> {
  const items = sessions.all().flatMap((session) =>
    [...session.records()].map(({ file, summary }) => ({
      label: summary.id ?? file,
      description: summary.title,
      uri: session.uriOf(file),
    })),
  );
  items.sort((a, b) => (a.label < b.label ? -1 : 1));
  const placeHolder = vscode.l10n.t('Which record?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
}
