import * as vscode from 'vscode';
import { mayBecomeProcedure } from '../../core/adopt/mayBecomeProcedure';
import { commandIds } from '../commandIds';
import type { Sessions } from '../session/sessions';

/** Above markdown with task items that is no record: a way to make it a procedure. */
export class AdoptLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly sessions: Sessions) {
    this.onDidChangeCodeLenses = (listener, thisArg) =>
      sessions.onDidChangeRecords(() => listener.call(thisArg));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { uri, isUntitled, languageId } = document;
    const place = isUntitled || languageId !== 'markdown' ? undefined : this.sessions.sessionOf(uri);
    if (!place?.session.isRead || place.session.entryOf(place.file)) return [];
    if (vscode.workspace.getConfiguration('changebook', uri).get('adoptLens') === false) return [];
    const source = { file: place.file, text: document.getText() };
    if (!mayBecomeProcedure(source, place.session.input())) return [];
    return [
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
        title: vscode.l10n.t('$(checklist) Make this a procedure'),
        tooltip: vscode.l10n.t('A new file with the same text, from which changes are made; this one stays'),
        command: commandIds.adopt,
        arguments: [uri],
      }),
    ];
  }
}
