import * as vscode from 'vscode';
import { filesOnDisk, type WorkTree } from '../../node/commit/workTree';
import { applyTextEdits } from '../documents/textEdits';

/**
 * The copies of records that a person sees: documents where they are open, files elsewhere. A document without other
 * unsaved work is saved after an edit; one with such work stays as unsaved as it was.
 */
export function editorWorkTree(): WorkTree {
  const disk = filesOnDisk();
  return {
    async move(move) {
      // What nobody has saved would have no file any more.
      return !documentAt(move.from)?.isDirty && disk.move(move);
    },
    async read(path) {
      return documentAt(path)?.getText() ?? disk.read(path);
    },
    async apply(path, before, edits) {
      const document = documentAt(path);
      if (!document) return disk.apply(path, before, edits);
      if (document.getText() !== before) return false;
      return applyTextEdits([{ document, edits }]);
    },
  };
}

function documentAt(path: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.scheme === 'file' && document.uri.fsPath === path && !document.isClosed,
  );
}
