import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, openEditor, workspaceFolder } from './support';

/** Every file of the workspace on the disk but git's own: when it was written, and its bytes. */
function onDisk(): { readonly [file: string]: string } {
  const root = workspaceFolder().fsPath;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(root, file).split(path.sep).includes('.git'));
  return Object.fromEntries(
    files.map((file) => [file, `${statSync(file).mtimeMs} ${readFileSync(file, 'latin1')}`]),
  );
}

describe('A workspace that is only looked at', () => {
  it('has no file written, added or taken away, even where everything is saved', async () => {
    const before = onDisk();
    const records = await vscode.workspace.findFiles('**/*.md');
    assert.ok(records.length > 3);
    for (const uri of records) {
      const { document } = await openEditor(uri);
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      // By the time that these have answered, the extension has read the file and offered what it can.
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
      await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(1, 1));
      await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, all);
      await vscode.workspace.saveAll(false);
      await closeEditors();
    }
    assert.deepEqual(onDisk(), before);
  });
});
