import * as vscode from 'vscode';
import { commandIds } from '../commandIds';
import type { Sessions } from '../session/sessions';

/** Above a record that is not committed yet: its first commit, on which every action on it is built. */
export class FirstCommitLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(private readonly sessions: Sessions) {
    this.onDidChangeCodeLenses = sessions.onDidMoveGit;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const place = this.sessions.sessionOf(document.uri);
    if (!place?.session.entryOf(place.file) || (await place.session.git.isCommitted(place.file))) return [];
    return [
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
        title: vscode.l10n.t('$(git-commit) Commit this record'),
        tooltip: vscode.l10n.t('Its first commit: this one file and nothing else'),
        command: commandIds.commitRecord,
        arguments: [document.uri],
      }),
    ];
  }
}
