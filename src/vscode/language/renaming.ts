import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import { OwnMove } from './ownMove';

const load = () => import('./renameInEditor');

/** Another name for what the caret stands in, wherever it is named; files that move take links to them along. */
export class Renaming implements vscode.RenameProvider {
  private readonly ownMove = new OwnMove();

  private constructor(private readonly sessions: Sessions) {}

  /** Registers both for some documents. */
  static register(selector: vscode.DocumentSelector, sessions: Sessions): vscode.Disposable {
    const renaming = new Renaming(sessions);
    return vscode.Disposable.from(
      vscode.languages.registerRenameProvider(selector, renaming),
      vscode.workspace.onWillRenameFiles((event) => event.waitUntil(renaming.followFiles(event))),
    );
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    return (await load()).renameBoxAt({ sessions: this.sessions, document, position, token });
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const asked = { sessions: this.sessions, document, position, token };
    return (await load()).renameEditAt(asked, newName, this.ownMove);
  }

  private async followFiles(event: vscode.FileWillRenameEvent): Promise<vscode.WorkspaceEdit> {
    return (await import('./movedFiles')).movedFilesEdit(this.sessions, event, this.ownMove);
  }
}
