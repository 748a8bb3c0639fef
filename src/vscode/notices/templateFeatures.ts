import * as vscode from 'vscode';
import { isTemplate, templateFolder } from '../../core/config/configFiles';
import { documentRange } from '../documents/textEdits';
import { language } from '../editorLanguage';
import { completionItem } from '../language/completionItem';
import type { Sessions } from '../session/sessions';

/** What begins a variable, a filter, a tag, or the name of a part; its libraries are loaded with the first. */
const triggers = ['{', '%', '|', '.', ' ', '"'];

/** Completes and explains variables, filters and tags in a team's templates of notices. */
export class TemplateFeatures implements vscode.CompletionItemProvider, vscode.HoverProvider {
  private constructor(private readonly sessions: Sessions) {}

  /** Registers both for the templates of every workspace. */
  static register(sessions: Sessions): vscode.Disposable {
    const features = new TemplateFeatures(sessions);
    const selector = { scheme: 'file', pattern: `**/${templateFolder}/*.md` };
    return vscode.Disposable.from(
      vscode.languages.registerCompletionItemProvider(selector, features, ...triggers),
      vscode.languages.registerHoverProvider(selector, features),
    );
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const place = this.sessions.sessionOf(document.uri);
    if (!place || !isTemplate(place.file)) return undefined;
    const { templateCompletionsAt } = await import('../../core/notices/templateLanguage');
    const { partialsFor, templateTexts } = await import('../../core/notices/noticeTemplate');
    const partials = Object.keys(partialsFor('en', templateTexts(place.session.templates())));
    const offset = document.offsetAt(position);
    return templateCompletionsAt(document.getText(), offset, partials, language).map((item) =>
      completionItem(document, item),
    );
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const place = this.sessions.sessionOf(document.uri);
    if (!place || !isTemplate(place.file)) return undefined;
    const { templateHoverAt } = await import('../../core/notices/templateLanguage');
    const hover = templateHoverAt(document.getText(), document.offsetAt(position), language);
    return (
      hover &&
      new vscode.Hover(new vscode.MarkdownString(hover.markdown), documentRange(document, hover.range))
    );
  }
}
