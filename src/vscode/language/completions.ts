import * as vscode from 'vscode';
import type { Completions as FoundCompletions } from '../../core/language/completion';
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
    const asked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    const { session } = this.sessions.sessionOf(document.uri) ?? {};
    const wasRead = session?.isRead ?? true;
    let list = await this.found(document, position, token, asked);
    // The editor does not ask again where it was given nothing, and what was not read yet may have something.
    if (list?.items.length === 0 && !wasRead) {
      await session?.loaded();
      list = await this.found(document, position, token, asked);
    }
    if (!list) return undefined;
    // VS Code completes the anchors of any markdown.
    const items = list.items.filter(({ ofMarkdown }) => !ofMarkdown);
    return new vscode.CompletionList(
      items.map((item) => completionItem(document, item)),
      list.cut || !wasRead,
    );
  }

  private async found(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    asked: boolean,
  ): Promise<FoundCompletions | undefined> {
    const { completionsAt } = await import('../../core/language/completionsAt');
    // The text may have changed while something was loading.
    const known = token.isCancellationRequested ? undefined : languageInputOf(this.sessions, document);
    if (!known) return undefined;
    const [text, offset, input] = [document.getText(), document.offsetAt(position), { ...known, asked }];
    const found = completionsAt(text, offset, input);
    const release = found.wantsRelease ? await this.release(document) : undefined;
    if (token.isCancellationRequested) return undefined;
    return release ? completionsAt(text, offset, { ...input, release }) : found;
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
