import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeEditors, openEditor } from './support';

describe('A workspace that is only looked at', () => {
  it('stays as it is, byte for byte', async () => {
    const files = await vscode.workspace.findFiles('**/*.md');
    assert.ok(files.length > 3);
    for (const uri of files) {
      const before = Buffer.from(await vscode.workspace.fs.readFile(uri));
      const editor = await openEditor(uri);
      assert.equal(editor.document.isDirty, false);
      await closeEditors();
      assert.ok(before.equals(Buffer.from(await vscode.workspace.fs.readFile(uri))), uri.path);
    }
  });
});
