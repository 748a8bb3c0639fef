import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver/node';
import { type Completion, titledKinds } from '../core/language/completion';
import type { ClientSkills } from './clientSkills';
import { type Positioned, rangeIn } from './protocolRanges';

const kinds: { readonly [kind in Completion['kind']]: CompletionItemKind } = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  record: CompletionItemKind.Reference,
  person: CompletionItemKind.Text,
  customer: CompletionItemKind.Value,
  rule: CompletionItemKind.Constant,
  snippet: CompletionItemKind.Snippet,
  heading: CompletionItemKind.Reference,
};

/** A completion as a client lists it. */
export function completionItemOf(
  document: Positioned,
  completion: Completion,
  { snippets, markdown }: ClientSkills,
): CompletionItem {
  const { label, detail, documentation, filterText, sortText, snippet, insertText } = completion;
  const newText = snippet && !snippets ? withoutPlaces(insertText) : insertText;
  return {
    label,
    kind: kinds[completion.kind],
    filterText,
    sortText,
    textEdit: { range: rangeIn(document, completion.range), newText },
    insertTextFormat: snippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail ? { detail } : {}),
    ...(detail && titledKinds.has(completion.kind) ? { labelDetails: { description: detail } } : {}),
    ...(documentation
      ? { documentation: { kind: markdown ? 'markdown' : 'plaintext', value: documentation } }
      : {}),
  };
}

/** The text of a snippet where nobody fills in its places. */
function withoutPlaces(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^{}]*)\}|\$\{\d+\}|\$\d+/g, (_place, given?: string) => given ?? '')
    .replace(/\\([$}\\])/g, '$1');
}
