import * as vscode from 'vscode';
import { NothingChangedError } from '../input/nothingChangedError';
import type { Sessions } from '../session/sessions';

/** `Changebook: Open Record`: that which the command was called with, else one that the user picks by its id. */
export async function openRecordOf(sessions: Sessions, asked: unknown): Promise<void> {
  const uri = sessions.uriFor(asked) ?? (await pickRecord(sessions));
  if (uri) await vscode.window.showTextDocument(uri);
}

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

/** `Changebook: Copy Id`: of the record that the command was called with, else of the active editor. */
export async function copyId(sessions: Sessions, asked: unknown): Promise<void> {
  const uri = sessions.uriFor(asked) ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && sessions.sessionOf(uri);
  const id = place?.session.entryOf(place.file)?.summary.id;
  if (!id) throw new NothingChangedError(vscode.l10n.t('this file has no id'));
  await vscode.env.clipboard.writeText(id);
}
