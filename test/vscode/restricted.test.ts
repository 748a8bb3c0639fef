import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeEditors, fileUri, openEditor, waitFor, waitForFindings } from './support';

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

  it('leads from a name to its record and to where it is named, in the file and among all', async () => {
    const uri = fileUri('changes/CHG-2026-0002-defects.md');
    const { document } = await openEditor(uri);
    const at = document.positionAt(document.getText().indexOf('PROC-DEPLOY@') + 2);
    const [definition] = await waitFor('a definition', async () => {
      const all = await asked<vscode.LocationLink>('Definition', uri, at);
      return all.length > 0 && all;
    });
    assert.match(definition?.targetUri.path ?? '', /PROC-DEPLOY\.md$/);
    const named = await asked<vscode.Location>('Reference', uri, at);
    for (const name of [/PROC-DEPLOY\.md$/, /CHG-2026-0001-clean\.md$/, /CHG-2026-0002-defects\.md$/])
      assert.ok(
        named.some(({ uri: place }) => name.test(place.path)),
        String(name),
      );
    assert.ok(
      (await vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentHighlights', uri, at)).length >
        0,
    );
    const found = await asked<vscode.SymbolInformation>('WorkspaceSymbol', 'monthly report');
    assert.ok(found.some(({ name }) => name.startsWith('CHG-2026-0001')));
  });

  it('explains, outlines, folds and selects', async () => {
    const uri = fileUri('changes/CHG-2026-0001-clean.md');
    const { document } = await openEditor(uri);
    const at = document.positionAt(document.getText().indexOf('schedule:') + 2);
    const hovers = await asked<vscode.Hover>('Hover', uri, at);
    assert.ok(hovers.length > 0);
    const outline = await asked<vscode.DocumentSymbol>('DocumentSymbol', uri);
    assert.ok(outline.some(({ kind }) => kind === vscode.SymbolKind.Struct));
    const folds = await asked<vscode.FoldingRange>('FoldingRange', uri);
    assert.ok(folds.some(({ start }) => start === 0));
    const step = document.positionAt(document.getText().indexOf('version started'));
    const [selection] = await asked<vscode.SelectionRange>('SelectionRange', uri, [step]);
    const texts: string[] = [];
    for (let one = selection; one; one = one.parent) texts.push(document.getText(one.range));
    assert.ok(texts.includes('New version started'), texts.join('\n---\n'));
  });

  it('links to what lies here, and to nothing that only git has', async () => {
    const [own, old] = ['changes/CHG-2026-0001-clean.md', 'changes/CHG-2026-0002-defects.md'].map(fileUri);
    assert.ok(own && old);
    for (const uri of [own, old]) await openEditor(uri);
    const linked = async (uri: vscode.Uri): Promise<string[]> =>
      (await asked<vscode.DocumentLink>('Link', uri)).map(({ target }) => target?.path ?? '');
    assert.ok((await linked(own)).some((path) => path.endsWith('/PROC-DEPLOY.md')));
    // It follows version 1.0.0, and the folder has 1.2.0.
    assert.ok(!(await linked(old)).some((path) => path.endsWith('/PROC-DEPLOY.md')));
  });

  it('gives nothing another name', async () => {
    const uri = fileUri('changes/CHG-2026-0001-clean.md');
    const { document } = await openEditor(uri);
    const at = document.positionAt(document.getText().indexOf('PROC-DEPLOY') + 2);
    // Markdown's own renaming answers, which knows headings and links alone.
    await assert.rejects(async () => vscode.commands.executeCommand('vscode.prepareRename', uri, at));
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

/** What the providers of a kind give. */
async function asked<T>(kind: string, ...args: readonly unknown[]): Promise<T[]> {
  return vscode.commands.executeCommand(`vscode.execute${kind}Provider`, ...args);
}
