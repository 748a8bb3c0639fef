import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { changeText, closeEditors, fileUri, openEditor, waitFor, writeRecord } from './support';

const own = 'changes/CHG-2026-0741-navigated.md';
const other = 'changes/CHG-2026-0742.md';

describe('Navigation', () => {
  beforeEach(async () => {
    await writeRecord(own, changeText('CHG-2026-0741', 'customer: nav\n', '# One\n'));
    await writeRecord(
      other,
      changeText(
        'CHG-2026-0742',
        'supersedes: CHG-2026-0741\ncustomer: nav\n',
        'As in CHG-2026-0741, [there](CHG-2026-0741-navigated.md).\n',
      ),
    );
    await known();
  });
  afterEach(async () => {
    await closeEditors();
    for (const file of await vscode.workspace.findFiles('changes/CHG-2026-074*'))
      await vscode.workspace.fs.delete(file);
  });

  it('leads from an id to its record, in fields and in text', async () => {
    for (const word of ['supersedes: CHG', 'As in CHG']) {
      const [link] = await definitionAt(other, word);
      assert.ok(link && 'targetUri' in link);
      assert.equal(link.targetUri.path, fileUri(own).path);
      assert.equal(link.targetRange.start.line, 1);
    }
  });

  it('finds everywhere that an id is named', async () => {
    const { document, position } = await placeOf(own, 'id: CHG');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    const shown = found.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line + 1}`);
    assert.deepEqual(shown.sort(), [
      'CHG-2026-0741-navigated.md:2',
      'CHG-2026-0741-navigated.md:6',
      'CHG-2026-0742.md:4',
      'CHG-2026-0742.md:50',
      'CHG-2026-0742.md:50',
    ]);
  });

  it('renames an id with its file, links and references as one edit', async () => {
    const { document, position } = await placeOf(other, 'As in CHG');
    const edit = await renameEdit(document, position, 'CHG-2026-0743');
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    const renamed = fileUri('changes/CHG-2026-0743-navigated.md');
    await waitFor('the file has its new name', () => textOf(renamed));
    assert.match((await textOf(renamed)) ?? '', /^id: CHG-2026-0743$/m);
    assert.equal(await textOf(fileUri(own)), undefined);
    assert.match(document.getText(), /supersedes: CHG-2026-0743/);
    assert.match(document.getText(), /As in CHG-2026-0743, \[there\]\(CHG-2026-0743-navigated\.md\)/);
  });

  it('says in one sentence why an id cannot be had', async () => {
    const { document, position } = await placeOf(own, 'id: CHG');
    await assert.rejects(
      renameEdit(document, position, 'CHG-2026-0742'),
      /^Error: CHG-2026-0742 is the id of .*0742\.md already\. Nothing was changed\./,
    );
  });

  it('takes links along when a file gets another name', async () => {
    const edit = new vscode.WorkspaceEdit();
    const to = fileUri('changes/CHG-2026-0741-moved.md');
    edit.renameFile(fileUri(own), to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await waitFor('the link leads to the new name', async () =>
      (await vscode.workspace.openTextDocument(fileUri(other)))
        .getText()
        .includes('](CHG-2026-0741-moved.md)'),
    );
  });
});

/** Both records are in the workspace. */
async function known(): Promise<void> {
  await openEditor(fileUri(other));
  await waitFor('the records are known', async () => (await definitionAt(other, 'As in CHG')).length > 0);
}

async function placeOf(file: string, before: string) {
  const { document } = await openEditor(fileUri(file));
  return { document, position: document.positionAt(document.getText().indexOf(before) + before.length + 2) };
}

async function definitionAt(
  file: string,
  before: string,
): Promise<readonly (vscode.Location | vscode.LocationLink)[]> {
  const { document, position } = await placeOf(file, before);
  return vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, position);
}

async function renameEdit(
  document: vscode.TextDocument,
  position: vscode.Position,
  name: string,
): Promise<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, position, name);
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
