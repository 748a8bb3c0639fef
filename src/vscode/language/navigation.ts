import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import type { AskedPlace } from './definitionsAt';
import { OwnMove } from './ownMove';

const load = () => import('./definitionsAt');
const loadRename = () => import('./renameInEditor');

/**
 * From a name to where it is described, and to everywhere that it is used: ids, customers, environments, roles, people, steps
 * and headings, and to another name for all of it. What finds them is loaded when it is first asked for.
 */
export class Navigation
  implements
    vscode.DefinitionProvider,
    vscode.ReferenceProvider,
    vscode.DocumentHighlightProvider,
    vscode.RenameProvider
{
  private readonly ownMove = new OwnMove();

  constructor(private readonly sessions: Sessions) {}

  /** Registers all of it for some documents. */
  static register(selector: vscode.DocumentSelector, sessions: Sessions): vscode.Disposable {
    const navigation = new Navigation(sessions);
    return vscode.Disposable.from(
      vscode.languages.registerDefinitionProvider(selector, navigation),
      vscode.languages.registerReferenceProvider(selector, navigation),
      vscode.languages.registerDocumentHighlightProvider(selector, navigation),
      vscode.languages.registerRenameProvider(selector, navigation),
      vscode.workspace.onWillRenameFiles((event) => event.waitUntil(navigation.followFiles(event))),
    );
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> {
    return (await load()).definitionsAt(this.asked(document, position, token));
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    return (await load()).referencesAt(this.asked(document, position, token), includeDeclaration);
  }

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentHighlight[]> {
    return (await load()).highlightsAt(this.asked(document, position, token));
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    return (await loadRename()).renameBoxAt(this.asked(document, position, token));
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    return (await loadRename()).renameEditAt(this.asked(document, position, token), newName, this.ownMove);
  }

  private async followFiles(event: vscode.FileWillRenameEvent): Promise<vscode.WorkspaceEdit> {
    return (await import('./movedFiles')).movedFilesEdit(this.sessions, event, this.ownMove);
  }

  private asked(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): AskedPlace {
    return { sessions: this.sessions, document, position, token };
  }
}
