import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import type { AskedPlace } from './definitionsAt';

const load = () => import('./definitionsAt');

/**
 * From a name to where it is described, and to everywhere that it is used: ids, customers, environments, roles, people, steps
 * and headings. What finds them is loaded when it is first asked for.
 */
export class Navigation
  implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentHighlightProvider
{
  private constructor(private readonly sessions: Sessions) {}

  /** Registers all of it for some documents. */
  static register(selector: vscode.DocumentSelector, sessions: Sessions): vscode.Disposable {
    const navigation = new Navigation(sessions);
    return vscode.Disposable.from(
      vscode.languages.registerDefinitionProvider(selector, navigation),
      vscode.languages.registerReferenceProvider(selector, navigation),
      vscode.languages.registerDocumentHighlightProvider(selector, navigation),
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

  private asked(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): AskedPlace {
    return { sessions: this.sessions, document, position, token };
  }
}
