import * as vscode from 'vscode';
import type { RecordType } from '../../core/model/vocabulary/vocabulary';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';

const kinds: { readonly [type in RecordType]: vscode.SymbolKind } = {
  change: vscode.SymbolKind.Event,
  procedure: vscode.SymbolKind.Function,
  ticket: vscode.SymbolKind.Object,
};

/** Finds records by id and title among all that the open folders hold. */
export class RecordSymbolProvider implements vscode.WorkspaceSymbolProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideWorkspaceSymbols(query: string): Promise<vscode.SymbolInformation[]> {
    const { recordSymbols } = await import('../../core/language/recordSymbols');
    return this.sessions.all().flatMap((session) => {
      return recordSymbols(session.input(), query, language).map(
        ({ entry: { file, summary }, name, detail }) => {
          const [line, column, endLine, endColumn] = summary.idRange;
          const place = new vscode.Range(line, column, endLine, endColumn);
          const location = new vscode.Location(session.uriOf(file), place);
          return new vscode.SymbolInformation(name, kinds[summary.type], detail, location);
        },
      );
    });
  }
}
