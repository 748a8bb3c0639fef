import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeEditors, fileUri, openEditor, waitForFindings } from './support';

describe('Restricted mode', () => {
  afterEach(closeEditors);

  it('is what this run is in', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('has diagnostics', async () => {
    const uri = fileUri('changes/CHG-2026-0002-defects.md');
    await waitForFindings(uri, (found) => found.includes('5:9-5:17 error format/field'), 'the wrong status');
  });

  it('offers nothing that changes a file', async () => {
    const uri = fileUri('changes/CHG-2026-0002-defects.md');
    const editor = await openEditor(uri);
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const found: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      uri,
      whole,
    );
    const ours = found.filter(({ diagnostics }) =>
      diagnostics?.some(({ source }) => source === 'Changebook'),
    );
    assert.deepEqual(
      ours.map(({ title }) => title),
      [],
    );
  });

  it('completes nothing', async () => {
    const uri = fileUri('changes/CHG-2026-0002-defects.md');
    await openEditor(uri);
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      uri,
      new vscode.Position(4, 8),
    );
    assert.ok(!list.items.some(({ label }) => label === 'por_hacer'));
  });

  it('lists what is pending, and ticks nothing', async () => {
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'changebook');
    assert.ok(extension);
    const { groups } = await (await extension.activate()).pending();
    const ids = groups.flatMap(({ items }: { items: { id: string }[] }) => items.map(({ id }) => id));
    assert.ok(ids.includes('CHG-2026-0001'), ids.join());
    const uri = fileUri('changes/CHG-2026-0001-clean.md');
    const before = (await vscode.workspace.fs.readFile(uri)).toString();
    // It is refused with a message that waits to be read.
    void vscode.commands.executeCommand('changebook.tickNextStep', uri);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal((await vscode.workspace.fs.readFile(uri)).toString(), before);
  });

  it('makes calendar files and release notes, which read and change nothing', async () => {
    const target = fileUri('calendar-test.ics');
    await vscode.commands.executeCommand('changebook.saveCalendarFile', {
      view: 'all',
      to: target.toString(),
    });
    const text = (await vscode.workspace.fs.readFile(target)).toString();
    await vscode.workspace.fs.delete(target);
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    await vscode.commands.executeCommand('changebook.showReleaseNotes', 'CHG-2026-0001');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# Release notes: /);
  });

  it('has its commands', async () => {
    const { contributes } = vscode.extensions.getExtension('changebook.changebook')?.packageJSON ?? {};
    const declared = (contributes.commands as { command: string }[]).map(({ command }) => command);
    const registered = await vscode.commands.getCommands(true);
    assert.ok(declared.length > 10);
    assert.deepEqual(
      declared.filter((command) => !registered.includes(command)),
      [],
    );
    await vscode.commands.executeCommand('changebook.checkWorkspace');
  });
});
