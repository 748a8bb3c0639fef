import * as vscode from 'vscode';
import {
  type Snippet,
  type SnippetsByLanguage,
  snippetPlace,
  snippetsAt,
} from '../../core/language/snippetsAt';
import type { Language } from '../../core/model/text/localized';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { completionItem } from './completionItem';

/** Whole records where one may begin, and parts of them in records; their files are read when they are first asked for. */
export class SnippetCompletions implements vscode.CompletionItemProvider {
  private read: Promise<SnippetsByLanguage> | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly extensionUri: vscode.Uri,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> {
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    const place = snippetPlace(text, offset, this.sessions.surroundingsOf(document).kind);
    if (!place) return [];
    this.read ??= this.readAll();
    const snippets = await this.read;
    // The text may have changed while they were read.
    if (token.isCancellationRequested) return [];
    return snippetsAt(text, offset, place, snippets, language).map((item) => completionItem(document, item));
  }

  private async readAll(): Promise<SnippetsByLanguage> {
    const [en, es] = await Promise.all((['en', 'es'] as const).map((own) => this.readLanguage(own)));
    return { en: en ?? [], es: es ?? [] };
  }

  private async readLanguage(written: Language): Promise<Snippet[]> {
    const files = [`${written}.json`, `parts.${written}.json`].map((file) =>
      vscode.Uri.joinPath(this.extensionUri, 'snippets', file),
    );
    const texts = await Promise.all(files.map((file) => vscode.workspace.fs.readFile(file)));
    return texts.flatMap((bytes): Snippet[] => Object.values(JSON.parse(new TextDecoder().decode(bytes))));
  }
}
