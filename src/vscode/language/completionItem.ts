import * as vscode from 'vscode';
import { type Completion, titledKinds } from '../../core/language/completion';
import { documentRange } from '../documents/textEdits';

const kinds: { readonly [kind in Completion['kind']]: vscode.CompletionItemKind } = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  record: vscode.CompletionItemKind.Reference,
  person: vscode.CompletionItemKind.User,
  customer: vscode.CompletionItemKind.Value,
  rule: vscode.CompletionItemKind.Constant,
  snippet: vscode.CompletionItemKind.Snippet,
  heading: vscode.CompletionItemKind.Reference,
};

/** A completion as the editor lists it. */
export function completionItem(document: vscode.TextDocument, completion: Completion): vscode.CompletionItem {
  const { label, detail, documentation, insertText } = completion;
  const shown = detail && titledKinds.has(completion.kind) ? { label, description: detail } : label;
  const item = new vscode.CompletionItem(shown, kinds[completion.kind]);
  item.insertText = completion.snippet ? new vscode.SnippetString(insertText) : insertText;
  item.filterText = completion.filterText;
  item.sortText = completion.sortText;
  item.range = documentRange(document, completion.range);
  if (detail) item.detail = detail;
  if (documentation) item.documentation = new vscode.MarkdownString(documentation);
  // A key is followed by its values without another keystroke.
  if (completion.goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
