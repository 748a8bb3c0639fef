import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  changeText,
  closeEditors,
  editIn,
  fileUri,
  openEditor,
  patienceMs,
  waitForFindings,
  writeRecord,
} from './support';

describe('Completion', () => {
  afterEach(closeEditors);

  it('offers missing keys on an empty line', async () => {
    const labels = await completed('changes/CHG-2026-0301.md', changeText('CHG-2026-0301', '|\n'));
    assert.ok(labels.includes('status') && labels.includes('schedule'));
    assert.ok(!labels.includes('type'));
  });

  it('offers values on a blank behind the colon, although quick suggestions are off', async () => {
    const record = changeText('CHG-2026-0302', 'status: |\n');
    assert.ok((await completed('changes/CHG-2026-0302.md', record, ' ')).includes('to_be_released'));
  });

  it('offers Spanish names in a Spanish record', async () => {
    const text = '---\nid: CHG-2026-0303\ntipo: cambio\nestado: po|\n---\n';
    assert.ok((await completed('changes/CHG-2026-0303.md', text)).includes('por_hacer'));
  });

  it('offers the ids of other records', async () => {
    const text = changeText('CHG-2026-0304', 'supersedes: CHG-|\n');
    assert.ok((await completed('changes/CHG-2026-0304.md', text, '-')).includes('CHG-2026-0001'));
    const procedure = changeText('CHG-2026-0305', 'procedure: |\n');
    assert.ok((await completed('changes/CHG-2026-0305.md', procedure)).includes('PROC-DEPLOY@1.2.0'));
  });

  it('offers the next slots for a start, and what words about time say', async () => {
    const start = (id: string, words: string) =>
      completed(`changes/${id}.md`, changeText(id, `schedule: { duration: 1h, start: ${words}| }\n`));
    const slots = await start('CHG-2026-0754', '');
    assert.ok(slots.filter((label) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(label)).length >= 3, slots.join());
    const said = await start('CHG-2026-0757', 'tomorrow 22:00');
    assert.ok(
      said.some((label) => /^\d{4}-\d\d-\d\d 22:00/.test(label)),
      said.join(),
    );
  });

  it('offers whole records only where one may begin', async () => {
    assert.ok((await completed('new.md', '|')).includes('changebook-change'));
    const inText = await completed('notes-0755.md', '# Notes\n\nchangebook-|\n');
    assert.ok(!inText.includes('changebook-change'), inText.join());
    const parts = await completed('changes/CHG-2026-0755.md', changeText('CHG-2026-0755', 'changebook-|\n'));
    assert.ok(parts.includes('changebook-waiver') && !parts.includes('changebook-change'), parts.join());
  });

  it('offers ids in the text behind their first part, with their titles', async () => {
    const text = changeText('CHG-2026-0726', '', 'As in CHG-|\n');
    assert.ok((await completed('changes/CHG-2026-0726.md', text, '-')).includes('CHG-2026-0001'));
    const document = await vscode.workspace.openTextDocument(fileUri('changes/CHG-2026-0726.md'));
    const place = document.positionAt(document.getText().indexOf('CHG-\n') + 4);
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
      '-',
    );
    const titles = list.items.flatMap(({ label }) => (typeof label === 'string' ? [] : label.description));
    assert.ok(
      titles.some((title) => title?.startsWith('Monthly report')),
      titles.join(),
    );
  });

  it('offers nothing of its own in prose and in other markdown', async () => {
    const prose = changeText('CHG-2026-0306', '', 'status: |');
    assert.ok(!(await completed('changes/CHG-2026-0306.md', prose, ' ')).includes('to_do'));
    assert.ok(!(await completed('other.md', '---\nstatus: |\n---\n', ' ')).includes('to_do'));
  });

  it('offers keys, rules and severities in the configuration', async () => {
    const uri = fileUri('.changebook/config.yaml');
    const editor = await openEditor(uri);
    await editIn(editor, (edit) => edit.insert(new vscode.Position(1, 0), 'rules:\n  links/file: \n'));
    assert.ok((await labelsAt(uri, new vscode.Position(2, 14))).includes('warning'));
    assert.ok((await labelsAt(uri, new vscode.Position(3, 0))).includes('working_days'));
  });

  it('writes the key that is chosen', async () => {
    const uri = await writeRecord('changes/CHG-2026-0307.md', changeText('CHG-2026-0307', 'cust\n'));
    const editor = await openEditor(uri);
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const end = Date.now() + patienceMs;
    while (editor.document.lineAt(3).text !== 'customer: ' && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
    }
    assert.equal(editor.document.lineAt(3).text, 'customer: ');
  });
});

describe('Hover', () => {
  afterEach(closeEditors);

  it('describes keys and values', async () => {
    const uri = fileUri('changes/CHG-2026-0001-clean.md');
    assert.match(await hovered(uri, new vscode.Position(5, 2)), /Key or name of the customer/);
    assert.match(await hovered(uri, new vscode.Position(4, 9)), /Not started/);
  });

  it('shows the record behind an id, in the text too', async () => {
    const uri = fileUri('changes/CHG-2026-0001-clean.md');
    assert.match(await hovered(uri, new vscode.Position(9, 14)), /\*\*PROC\\-DEPLOY\*\* Deploy/);
    const text = changeText('CHG-2026-0308', '', 'See CHG-2026-0001.\n');
    const other = await writeRecord('changes/CHG-2026-0308.md', text);
    const document = await vscode.workspace.openTextDocument(other);
    const place = document.positionAt(text.indexOf('See CHG') + 8);
    assert.match(await hovered(other, place), /Monthly report/);
  });

  it('stands in the configuration', async () => {
    const uri = fileUri('.changebook/config.yaml');
    assert.match(await hovered(uri, new vscode.Position(0, 2)), /IANA/);
  });
});

/** Opens a text with `|` where the cursor is, and asks for completions there. */
async function completed(path: string, marked: string, trigger?: string): Promise<string[]> {
  const offset = marked.indexOf('|');
  const uri = await writeRecord(path, marked.slice(0, offset) + marked.slice(offset + 1));
  const { document } = await openEditor(uri);
  await waitForFindings(uri, () => true, 'the record is read');
  return labelsAt(uri, document.positionAt(offset), trigger);
}

async function labelsAt(uri: vscode.Uri, position: vscode.Position, trigger?: string): Promise<string[]> {
  const list: vscode.CompletionList = await vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
  // VS Code itself offers the words of all open texts.
  const told = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
  return told.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hovered(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  await vscode.workspace.openTextDocument(uri);
  const found: vscode.Hover[] = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const texts = found.flatMap(({ contents }) => contents);
  return texts.map((text) => (typeof text === 'string' ? text : text.value)).join('\n');
}
