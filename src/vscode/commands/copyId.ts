import * as vscode from 'vscode';
import { NothingChangedError } from '../input/nothingChangedError';
import type { RunCommand } from './runCommand';

/** `Changebook: Copy Id`: of the record that the command was called with, else of the active editor. */
export const copyId: RunCommand = async ({ sessions }, asked) => {
  const uri = sessions.uriFor(asked) ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && sessions.sessionOf(uri);
  const id = place?.session.entryOf(place.file)?.summary.id;
  if (!id) throw new NothingChangedError(vscode.l10n.t('this file has no id'));
  await vscode.env.clipboard.writeText(id);
};
