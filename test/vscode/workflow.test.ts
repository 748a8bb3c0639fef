import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  acceptUntil,
  changeText,
  closeEditors,
  editIn,
  fileUri,
  findings,
  openEditor,
  ruleOf,
  undoUntil,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

/** Runs a command and accepts what it offers first, again and again, until something has come about. */
async function acceptOffers(command: string, uri: vscode.Uri, done: () => boolean): Promise<void> {
  const running = vscode.commands.executeCommand(command, uri);
  await acceptUntil(`${command} came to nothing`, running, done);
}

describe('Advancing a change', () => {
  afterEach(closeEditors);

  it('writes the next state and saves it, and nothing else', async () => {
    const text = changeText('CHG-2026-0331', 'status: to_do   # for now\n');
    const uri = await writeRecord('changes/CHG-2026-0331.md', text);
    const { document } = await openEditor(uri);
    await waitForFindings(uri, () => true, 'the record is read');
    await acceptOffers('changebook.advanceStatus', uri, () => document.getText().includes('in_progress'));
    assert.equal(document.getText(), text.replace('to_do', 'in_progress'));
    await waitFor('the file is saved', () => readFileSync(uri.fsPath, 'utf8') === document.getText());
    await undoUntil(document, text);
  });

  it('says what is lacking and goes there, and writes nothing', async () => {
    const text = changeText('CHG-2026-0332', 'status: in_progress\n').replace(
      /## Tests\n\n[\s\S]*?(?=## Checklist)/,
      '## Tests\n\n',
    );
    const uri = await writeRecord('changes/CHG-2026-0332.md', text);
    const editor = await openEditor(uri);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await acceptOffers('changebook.advanceStatus', uri, () => {
      const now = vscode.window.activeTextEditor;
      return now !== undefined && now.document.getText(now.selection) === 'Tests';
    });
    assert.equal(editor.document.getText(), text);
    assert.equal(readFileSync(uri.fsPath, 'utf8'), text);
  });

  it('leaves a document with other unsaved work unsaved', async () => {
    const text = changeText('CHG-2026-0333', 'status: to_do\n');
    const uri = await writeRecord('changes/CHG-2026-0333.md', text);
    const { document } = await openEditor(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(document.lineCount, 0), '\nMy own words.\n');
    await vscode.workspace.applyEdit(edit);
    await acceptOffers('changebook.advanceStatus', uri, () => document.getText().includes('in_progress'));
    assert.ok(document.isDirty);
    assert.equal(readFileSync(uri.fsPath, 'utf8'), text);
  });
});

describe('Advancing a ticket', () => {
  afterEach(closeEditors);

  it('offers the states of a ticket, the usual next one first', async () => {
    const text = '---\nid: TKT-2026-0331\ntype: ticket\nstatus: in_testing # since noon\n---\n# Accents\n';
    const uri = await writeRecord('tickets/TKT-2026-0331.md', text);
    const { document } = await openEditor(uri);
    await waitForFindings(uri, () => true, 'the record is read');
    await acceptOffers('changebook.advanceStatus', uri, () => document.getText().includes('done'));
    assert.equal(document.getText(), text.replace('in_testing', 'done'));
    const words = { record: uri, to: 'esperando_soporte' };
    await vscode.commands.executeCommand('changebook.advanceStatus', words);
    assert.equal(document.getText(), text.replace('in_testing', 'waiting_for_support'));
    await waitFor('the file is saved', () => readFileSync(uri.fsPath, 'utf8') === document.getText());
  });
});

describe('A waiver', () => {
  afterEach(closeEditors);

  it('is offered for a finding, and turns it into information once it is there', async () => {
    const front = 'schedule: { start: 2099-11-27 22:00, duration: 1h }\n';
    const uri = await writeRecord('changes/CHG-2026-0334.md', changeText('CHG-2026-0334', front));
    await openEditor(uri);
    const found = await waitForFindings(
      uri,
      (all) => all.some((line) => line.includes('schedule/friday')),
      'a Friday',
    );
    const friday = found.find((diagnostic) => ruleOf(diagnostic) === 'schedule/friday') ?? assert.fail();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      friday.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const waivable = actions
      .filter(({ command }) => command?.command === 'changebook.waiveFinding')
      .map(({ command }) => command?.arguments?.[1]);
    assert.ok(waivable.includes('schedule/friday'), waivable.join());
    const waivers = 'waivers:\n  - { rule: schedule/friday, by: Rita Mas, reason: The shop is closed }\n';
    await vscode.workspace.fs.writeFile(uri, Buffer.from(changeText('CHG-2026-0334', front + waivers)));
    await waitForFindings(
      uri,
      (all) => all.some((line) => line.includes('info schedule/friday')),
      'it is waived',
    );
    const [message] = findings(uri).filter((diagnostic) => ruleOf(diagnostic) === 'schedule/friday');
    assert.match(message?.message ?? '', /waived by Rita Mas: The shop is closed/);
  });
});

describe('The configuration', () => {
  afterEach(closeEditors);

  it('counts as it is typed, and no longer when that is thrown away', async () => {
    const front = 'schedule: { start: 2099-11-27 22:00, duration: 1h }\n';
    const uri = await writeRecord('changes/CHG-2026-0335.md', changeText('CHG-2026-0335', front));
    const isFriday = (line: string): boolean => line.includes('schedule/friday');
    await waitForFindings(uri, (all) => all.some(isFriday), 'a Friday is an error');
    const config = await openEditor(fileUri('.changebook/config.yaml'));
    const end = config.document.lineAt(config.document.lineCount - 1).range.end;
    await editIn(config, (edit) => edit.insert(end, '\nrules: { schedule/friday: "off" }\n'));
    await waitForFindings(uri, (all) => !all.some(isFriday), 'the rule is off before anything is saved');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitForFindings(uri, (all) => all.some(isFriday), 'the rule counts again');
  });
});

describe('What git knows', () => {
  afterEach(closeEditors);

  it('is asked in the background, and followed', async () => {
    const front = `status: releasing\nrelease: { version: "7.0.0", tag: v7.0.0 }\n`;
    const uri = await writeRecord('changes/CHG-2026-0336.md', changeText('CHG-2026-0336', front));
    const git = (...args: string[]): void => {
      const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...as, ...args], { cwd: fileUri('.').fsPath });
    };
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Start');
    const isTag = (line: string): boolean => line.includes('release/tag');
    await vscode.commands.executeCommand('changebook.checkWorkspace');
    await waitForFindings(uri, (all) => all.some(isTag), 'the tag is missed');
    git('tag', 'v7.0.0');
    await vscode.commands.executeCommand('changebook.checkWorkspace');
    await waitForFindings(uri, (all) => !all.some(isTag), 'the tag is there');
  });
});
