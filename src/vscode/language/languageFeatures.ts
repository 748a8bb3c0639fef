import * as vscode from 'vscode';
import { zoneOrUtc } from '../../core/config/workspaceConfig';
import type { KnownRelease } from '../../core/language/languageInput';
import { asMarkdown } from '../../core/language/plainText';
import { localText } from '../../core/model/time/localText';
import { documentRange } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';
import { completionItem } from './completionItem';
import { languageInputOf } from './languageInputOf';

/**
 * What asks for completions while typing: quick suggestions are off in markdown, so the characters that begin a
 * key or a value must do it.
 */
const triggers = [':', ' ', '-', ',', '[', '{', '"'];

/** Completes and explains records and the configuration. What reads half-typed YAML is loaded when first asked for. */
export class LanguageFeatures implements vscode.CompletionItemProvider, vscode.HoverProvider {
  /** What git said of the release of a workspace, by its root. */
  private readonly releases = new Map<string, Promise<KnownRelease | undefined>>();

  constructor(private readonly sessions: Sessions) {}

  /** Registers both for some documents. */
  static register(selector: vscode.DocumentSelector, sessions: Sessions): vscode.Disposable {
    const features = new LanguageFeatures(sessions);
    return vscode.Disposable.from(
      sessions.onDidMoveGit(() => features.releases.clear()),
      vscode.languages.registerCompletionItemProvider(selector, features, ...triggers),
      vscode.languages.registerHoverProvider(selector, features),
    );
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const known = languageInputOf(this.sessions, document);
    if (!known) return undefined;
    const input = { ...known, asked: context.triggerKind === vscode.CompletionTriggerKind.Invoke };
    const { completionsAt } = await import('../../core/language/completionsAt');
    // The text may have changed while that was loading.
    if (token.isCancellationRequested) return undefined;
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    let found = completionsAt(text, offset, input);
    const release = found.wantsRelease ? await this.release(document) : undefined;
    if (token.isCancellationRequested) return undefined;
    if (release) found = completionsAt(text, offset, { ...input, release });
    const { items, cut } = found;
    return new vscode.CompletionList(
      // VS Code completes the anchors of any markdown.
      items.filter(({ ofMarkdown }) => !ofMarkdown).map((item) => completionItem(document, item)),
      cut,
    );
  }

  /** What came since the last tag, which git is asked once for each commit. */
  private release({ uri }: vscode.TextDocument): Promise<KnownRelease | undefined> {
    const { session } = this.sessions.sessionOf(uri) ?? {};
    const source = session?.backend.releases;
    if (!session || !source) return Promise.resolve(undefined);
    const known = this.releases.get(session.root);
    // Where git fails there is less to offer, and nothing else.
    const asked = known ?? source.sinceLastTag(session.input().config).catch(() => undefined);
    this.releases.set(session.root, asked);
    return asked;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const input = languageInputOf(this.sessions, document);
    if (!input) return undefined;
    const { hoverAt } = await import('../../core/language/hoverAt');
    const hover = hoverAt(document.getText(), document.offsetAt(position), input);
    if (!hover) return undefined;
    const who = hover.byWhom ? await this.whoWrote(document, position) : '';
    // A new MarkdownString is not trusted and shows no HTML: commands of a record stay text.
    return new vscode.Hover(
      new vscode.MarkdownString(hover.markdown + who),
      documentRange(document, hover.range),
    );
  }

  /** Who committed a decision. Lines of a document with unsaved work may stand elsewhere in the file. */
  private async whoWrote(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
    const place = document.isDirty ? undefined : this.sessions.sessionOf(document.uri);
    const last = await place?.session.git.lastChange(place.file, position.line);
    if (!place || !last) return '';
    const { session, file } = place;
    const zone = zoneOrUtc(session.input().config, session.entryOf(file)?.summary.customer);
    // What the line says may be in another zone.
    const when = asMarkdown(`${localText(last.at, zone)} (${zone})`);
    return `  \n${vscode.l10n.t('Committed by {0} on {1}', asMarkdown(`${last.name} <${last.address}>`), when)}`;
  }
}
