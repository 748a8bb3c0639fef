import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model/text/edit';
import type { TextRange } from '../../core/model/text/range';

/** What is to change in a document, in offsets of its text. */
interface DocumentEdits {
  readonly document: vscode.TextDocument;
  readonly edits: readonly TextEdit[];
}

/** Edits of several documents as one that VS Code takes, and that can be undone as one. */
export function workspaceEdit(parts: readonly DocumentEdits[]): vscode.WorkspaceEdit {
  const whole = new vscode.WorkspaceEdit();
  for (const { document, edits } of parts)
    for (const { range, text } of edits) whole.replace(document.uri, documentRange(document, range), text);
  return whole;
}

/** Applies edits, and saves the documents that had no other unsaved work: the others stay as unsaved as they were. */
export async function applyTextEdits(parts: readonly DocumentEdits[]): Promise<boolean> {
  const clean = parts.filter(({ document }) => !document.isDirty);
  if (!(await vscode.workspace.applyEdit(workspaceEdit(parts)))) return false;
  for (const { document } of clean) await document.save();
  return true;
}

/** Offsets in a document as its lines and columns. */
export function documentRange(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
