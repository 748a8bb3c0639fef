import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { drawBoxes } from './previewBoxes';

/** The header card of a record, as HTML; undefined where the text is none. */
export type RenderCard = (text: string, document: vscode.Uri | undefined) => string | undefined;

/** Type of the token that stands for the card. */
const cardToken = 'changebook_card';
/** Type of the token that tells style sheets that a page is Changebook's own. */
const pageToken = 'changebook_page';
/** What VS Code calls the front matter that it shows itself, where it does. */
const frontMatterToken = 'front_matter';

/**
 * Puts a header card above each record in VS Code's own markdown preview; other files are shown as they always were.
 *
 * @param load gives the function that makes cards; asked when the first file with front matter is shown
 */
export function addHeaderCards(md: MarkdownIt, load: () => Promise<RenderCard>): MarkdownIt {
  let render: RenderCard | undefined;
  let loading: Promise<void> | undefined;
  /** What is rendered together, where it begins with a card. */
  const records = new WeakSet<object>();
  const cardOf = (text: string, env: unknown): string => {
    loading ??= load().then(async (loaded) => {
      render = loaded;
      await vscode.commands.executeCommand('markdown.preview.refresh');
    });
    // A preview without cards is better than none.
    loading.catch(() => {});
    try {
      return render?.(text, documentOf(env)) ?? '';
    } catch {
      return '';
    }
  };
  md.core.ruler.push(cardToken, (state) => {
    if (!/^---[ \t]*\n/.test(state.src)) return;
    foldFrontMatter(md);
    const token = new state.Token(cardToken, '', 0);
    token.content = state.src;
    state.tokens.unshift(token);
  });
  md.renderer.rules[cardToken] = (tokens, index, _options, env) => {
    const card = cardOf(tokens[index]?.content ?? '', env);
    if (card !== '') records.add(env);
    return card;
  };
  md.core.ruler.push(pageToken, ({ tokens, Token }) => tokens.push(new Token(pageToken, '', 0)));
  md.renderer.rules[pageToken] = (_tokens, _index, _options, env) =>
    documentOf(env)?.scheme.startsWith('changebook-') ? '<span class="changebook-page"></span>' : '';
  drawBoxes(md, (env) => records.has(env as object));
  return md;
}

const folded = new WeakSet<MarkdownIt>();

/** Below a card, the table of all fields that newer versions of VS Code show is folded. */
function foldFrontMatter(md: MarkdownIt): void {
  const rule = md.renderer.rules[frontMatterToken];
  if (!rule || folded.has(md)) return;
  folded.add(md);
  md.renderer.rules[frontMatterToken] = (tokens, index, options, env, self) => {
    const html = rule(tokens, index, options, env, self);
    const card = tokens[index - 1];
    const isRecord =
      card?.type === cardToken && md.renderer.rules[cardToken]?.(tokens, index - 1, options, env, self);
    if (!html || !isRecord) return html;
    const label = vscode.l10n.t('All fields');
    return `<details class="changebook-fields"><summary>${label}</summary>${html}</details>`;
  };
}

/** The document that is shown, where VS Code says which. */
function documentOf(env: unknown): vscode.Uri | undefined {
  const { currentDocument } = env as { currentDocument?: unknown };
  return currentDocument instanceof vscode.Uri ? currentDocument : undefined;
}
