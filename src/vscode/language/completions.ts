import * as vscode from 'vscode';
import type { KnownRelease } from '../../core/language/languageInput';
import type { Sessions } from '../session/sessions';
import { completionItem } from './completionItem';
import { languageInputOf } from './languageInputOf';

/**
 * What asks for completions while typing: quick suggestions are off in markdown, so the characters that begin a
 * key or a value must do it.
 */
const triggers = [':', ' ', '-', ',', '[', '{', '"'];

/** Completes records and the configuration. What reads half-typed YAML is loaded when first asked for. */
export class Completions implements vscode.CompletionItemProvider {
  /** What git said of the release of a workspace, by its root. */
  private readonly releases = new Map<string, Promise<KnownRelease | undefined>>();

  private constructor(private readonly sessions: Sessions) {}

  /** Registers them for some documents. */
  static register(selector: vscode.DocumentSelector, sessions: Sessions): vscode.Disposable {
    const features = new Completions(sessions);
    return vscode.Disposable.from(
      sessions.onDidMoveGit(() => features.releases.clear()),
      vscode.languages.registerCompletionItemProvider(selector, features, ...triggers),
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
}
