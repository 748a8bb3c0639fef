import type { MarkupContent } from 'vscode-languageserver/node';

/** Our own markdown as a client shows it: as it is, or as plain text. */
export function hoverText(markdown: string, shown: { readonly markdown: boolean }): MarkupContent {
  if (shown.markdown) return { kind: 'markdown', value: markdown };
  const plain = markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(?:\*\*|`)/g, '')
    .replace(/ {2}\n/g, '\n')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return { kind: 'plaintext', value: plain };
}
