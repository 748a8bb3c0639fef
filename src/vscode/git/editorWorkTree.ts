import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model/text/edit';
import { filesOnDisk, type WorkTree } from '../../node/commit/workTree';

/**
 * The copies of records that a person sees: documents where they are open, files elsewhere. A document without other
 * unsaved work is saved after an edit; one with such work stays as unsaved as it was.
 */
export function editorWorkTree(): WorkTree {
  const disk = filesOnDisk();
  return {
    async read(path) {
      return documentAt(path)?.getText() ?? disk.read(path);
    },
    async apply(path, before, edits) {
      const document = documentAt(path);
      if (!document) return disk.apply(path, before, edits);
      if (document.getText() !== before) return false;
      const wasClean = !document.isDirty;
      const whole = new vscode.WorkspaceEdit();
      for (const edit of edits) whole.replace(document.uri, rangeIn(document, edit), edit.text);
      if (!(await vscode.workspace.applyEdit(whole))) return false;
      if (wasClean) await document.save();
      return true;
    },
  };
}

function documentAt(path: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.scheme === 'file' && document.uri.fsPath === path && !document.isClosed,
  );
}

function rangeIn(document: vscode.TextDocument, { range }: TextEdit): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}
