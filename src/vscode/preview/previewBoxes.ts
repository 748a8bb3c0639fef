import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';

/** Type of the token that stands for the box of a step. */
const boxToken = 'changebook_box';
const box = /^\[([ xX])\](?=[ \t]|$)/;

/**
 * Draws the boxes of checklists as boxes. They are for reading: what a preview shows has no way to change a file.
 *
 * @param isRecord whether what is rendered is a record; in other files boxes stay as they always were
 */
export function drawBoxes(md: MarkdownIt, isRecord: (env: unknown) => boolean): void {
  md.core.ruler.push(boxToken, ({ tokens, Token }) => {
    for (const [at, { type }] of tokens.entries()) {
      const children = type === 'list_item_open' ? tokens[at + 2]?.children : undefined;
      const [first] = children ?? [];
      const found = first?.type === 'text' ? box.exec(first.content) : null;
      if (!children || !first || !found) continue;
      const drawn = new Token(boxToken, '', 0);
      drawn.content = found[0];
      first.content = first.content.slice(found[0].length);
      children.unshift(drawn);
    }
  });
  md.renderer.rules[boxToken] = (tokens, index, _options, env) => {
    const written = tokens[index]?.content ?? '';
    return isRecord(env) ? boxHtml(!written.includes(' ')) : written;
  };
}

function boxHtml(ticked: boolean): string {
  const label = ticked ? vscode.l10n.t('Ticked') : vscode.l10n.t('Not ticked');
  return `<input type="checkbox" class="changebook-box" disabled${ticked ? ' checked' : ''} aria-label="${label}">`;
}
