import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  changeText,
  closeEditors,
  editIn,
  fileUri,
  findings,
  openEditor,
  shown,
  undoUntil,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

const defects = fileUri('changes/CHG-2026-0002-defects.md');

/** What the record with defects must show, at the exact words. */
const expected = [
  '5:9-5:17 error format/field',
  '7:1-7:9 error format/both-languages',
  '8:1-8:12 error format/field',
  '10:37-10:41 warning format/version-number',
  '11:16-11:33 warning links/procedure-version',
  '12:16-12:27 warning links/record',
  '18:36-18:39 warning format/placeholder',
  '20:4-20:15 warning format/sections',
  '22:25-22:42 warning links/file',
];

describe('Diagnostics', () => {
  afterEach(closeEditors);

  it('stand at the exact words of files that nobody opened', async () => {
    await waitForFindings(defects, (found) => found.length >= expected.length, 'all findings of the record');
    assert.deepEqual(findings(defects).map(shown), expected);
  });

  it('say nothing about a clean record, other markdown and ignored folders', () => {
    for (const path of ['changes/CHG-2026-0001-clean.md', 'notes.md', 'ignored/CHG-2026-0009.md']) {
      assert.deepEqual(findings(fileUri(path)).map(shown), [], path);
    }
  });

  it('link to the page of their rule, which is there, and to the other record', async () => {
    const version = findings(defects).find((found) => shown(found).endsWith('links/procedure-version'));
    assert.ok(typeof version?.code === 'object');
    const { scheme, path: command, query } = version.code.target;
    assert.deepEqual(
      [scheme, command, JSON.parse(query)],
      ['command', 'changebook.showRule', ['links/procedure-version']],
    );
    assert.equal(version.relatedInformation?.[0]?.location.uri.path.endsWith('PROC-DEPLOY.md'), true);
  });

  it('appear while typing and go away', async () => {
    const uri = await writeRecord('changes/CHG-2026-0101.md', changeText('CHG-2026-0101', 'status: to_do\n'));
    const editor = await openEditor(uri);
    const before = editor.document.getText();
    await editIn(editor, (edit) => edit.replace(new vscode.Range(3, 8, 3, 13), 'to_dooo'));
    await waitForFindings(uri, (found) => found.join() === '4:9-4:16 error format/field', 'the wrong status');
    await undoUntil(editor.document, before);
    await waitForFindings(uri, (found) => found.length === 0, 'no finding after undo');
  });

  it('are not told again of a record that nobody touches', async () => {
    const editor = await openEditor(defects);
    // The light bulb asks for fixes wherever the cursor is, and asks again when findings are told.
    editor.selection = new vscode.Selection(4, 10, 4, 10);
    let told = 0;
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.path === defects.path)) told++;
    });
    const quiet = async (): Promise<boolean> => {
      told = 0;
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return told === 0;
    };
    try {
      await waitFor('a second in which nothing is told', quiet);
    } finally {
      listening.dispose();
    }
  });

  it('survive half-typed front matter', async () => {
    const uri = await writeRecord('changes/CHG-2026-0102.md', changeText('CHG-2026-0102'));
    const editor = await openEditor(uri);
    await editIn(editor, (edit) =>
      edit.insert(new vscode.Position(3, 0), 'components: [{ name: portal, to: \n'),
    );
    await waitForFindings(
      uri,
      (found) => found.some((line) => line.includes('format/front-matter')),
      'the YAML error',
    );
  });

  it('follow files that come, change and go', async () => {
    const uri = await writeRecord(
      'changes/CHG-2026-0103.md',
      changeText('CHG-2026-0103', 'supersedes: CHG-2026-0104\n'),
    );
    await waitForFindings(
      uri,
      (found) => found.join() === '4:13-4:26 error links/record',
      'the missing record',
    );
    const other = await writeRecord('changes/CHG-2026-0104.md', changeText('CHG-2026-0104'));
    await waitForFindings(uri, (found) => found.length === 0, 'no finding once the record is there');
    await vscode.workspace.fs.delete(other);
    await waitForFindings(uri, (found) => found.length === 1, 'the finding again');
    await vscode.workspace.fs.delete(uri);
    await waitForFindings(uri, (found) => found.length === 0, 'nothing for a file that is gone');
  });

  it('report an id in every file that has it', async () => {
    const first = await writeRecord('changes/CHG-2026-0105-a.md', changeText('CHG-2026-0105'));
    const second = await writeRecord('changes/CHG-2026-0105-b.md', changeText('CHG-2026-0105'));
    for (const uri of [first, second]) {
      await waitForFindings(uri, (found) => found.join() === '2:5-2:18 error format/id', 'the id used twice');
    }
    await vscode.workspace.fs.delete(second);
    await waitForFindings(first, (found) => found.length === 0, 'the id is free again');
  });

  it('check a document that belongs to no folder as long as it is open', async () => {
    const content = '---\nid: CHG-2026-0106\ntype: chnge\ntipo: cambio\n---\n# New\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    await waitForFindings(document.uri, (found) => found.length > 0, 'findings of the untitled record');
    await closeEditors();
    await waitForFindings(document.uri, (found) => found.length === 0, 'nothing once it is closed');
  });

  it('check the configuration at its place', async () => {
    const uri = fileUri('.changebook/config.yaml');
    const editor = await openEditor(uri);
    const before = editor.document.getText();
    await editIn(editor, (edit) => edit.replace(new vscode.Range(0, 10, 0, 23), 'Europe/Nowhere'));
    await waitForFindings(
      uri,
      (found) => found.join() === '1:11-1:25 error config/invalid',
      'the unknown zone',
    );
    await undoUntil(editor.document, before);
    await waitForFindings(uri, (found) => found.length === 0, 'no finding after undo');
  });
});
