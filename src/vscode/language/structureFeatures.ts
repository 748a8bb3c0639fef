import * as vscode from 'vscode';
import type { DocumentPart } from '../../core/language/documentPart';
import { documentRange } from '../documents/textEdits';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { languageInputOf } from './languageInputOf';

const kinds: { readonly [kind in DocumentPart['kind']]: vscode.SymbolKind } = {
  frontMatter: vscode.SymbolKind.Struct,
  field: vscode.SymbolKind.Property,
  item: vscode.SymbolKind.Object,
  // As VS Code shows the headings of any markdown.
  section: vscode.SymbolKind.String,
  step: vscode.SymbolKind.Boolean,
};

/** The outline and breadcrumbs of a text, what folds in it, and selections that grow by its parts. */
export class StructureFeatures
  implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider, vscode.SelectionRangeProvider
{
  private constructor(private readonly sessions: Sessions) {}

  /** Registers all of them for some documents. */
  static register(selector: vscode.DocumentSelector, sessions: Sessions): vscode.Disposable {
    const features = new StructureFeatures(sessions);
    return vscode.Disposable.from(
      vscode.languages.registerDocumentSymbolProvider(selector, features, { label: 'Changebook' }),
      vscode.languages.registerFoldingRangeProvider(selector, features),
      vscode.languages.registerSelectionRangeProvider(selector, features),
    );
  }

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const input = languageInputOf(this.sessions, document);
    if (!input) return [];
    const { documentSymbols } = await import('../../core/language/documentSymbols');
    const shown = (parts: readonly DocumentPart[]): vscode.DocumentSymbol[] =>
      parts.map(({ kind, name, detail, range, nameRange, children }) => {
        const [whole, own] = [documentRange(document, range), documentRange(document, nameRange)];
        const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], whole, own);
        symbol.children = shown(children);
        return symbol;
      });
    return shown(documentSymbols(document.getText(), input.kind, language));
  }

  async provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    const input = languageInputOf(this.sessions, document);
    if (!input) return [];
    const { foldsIn } = await import('../../core/language/foldsIn');
    return foldsIn(document.getText(), input.kind).map(
      ({ start, end }) => new vscode.FoldingRange(start, end),
    );
  }

  async provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
  ): Promise<vscode.SelectionRange[]> {
    const input = languageInputOf(this.sessions, document);
    if (!input) return [];
    const { selectionsAt } = await import('../../core/language/selectionsAt');
    const text = document.getText();
    return positions.map((position) => {
      const ranges = selectionsAt(text, document.offsetAt(position), input.kind);
      let outer: vscode.SelectionRange | undefined;
      for (const range of ranges.reverse())
        outer = new vscode.SelectionRange(documentRange(document, range), outer);
      return outer ?? new vscode.SelectionRange(new vscode.Range(position, position));
    });
  }
}
