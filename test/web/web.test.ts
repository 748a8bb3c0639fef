import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChangebookApi } from '../../src/vscode/activateWith';
import {
  changeText,
  closeEditors,
  fileUri,
  openEditor,
  patienceMs,
  ruleOf,
  waitFor,
  waitForFindings,
  workspaceFolder,
  writeRecord,
} from '../vscode/support';

async function api(): Promise<ChangebookApi> {
  const extension = vscode.extensions.getExtension<ChangebookApi>('changebook.changebook');
  assert.ok(extension, 'the extension is there');
  const running: ChangebookApi = await extension?.activate();
  await running.started;
  return running;
}

/** What the extension says of every file, as `findings.json` says what a check on a disk finds. */
function shownFindings(): string[] {
  const root = `${workspaceFolder().path}/`;
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, found]) =>
      found
        .filter(({ source }) => source === 'Changebook')
        .map(
          (finding) =>
            `${uri.path.slice(root.length)} ${finding.range.start.line + 1}:${finding.range.start.character + 1} ${ruleOf(finding)}`,
        ),
    )
    .sort();
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function panels(viewType: string): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType))
    .map(({ label }) => label);
}

/** Waits for a panel of a kind; gives the labels of all of them. */
async function panelOf(viewType: string): Promise<string[]> {
  await waitFor(viewType, () => panels(viewType).length > 0);
  return panels(viewType);
}

const saysField = (found: readonly string[]): boolean => found.some((each) => each.endsWith('format/field'));

const change = 'changes/CHG-2026-0044-harbour-single-sign-on.md';

describe('In the browser', () => {
  afterEach(closeEditors);

  it('is in an extension host without Node, with a folder that is on no disk', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(typeof require('vscode').Uri, 'function');
    assert.equal(typeof (globalThis as { Buffer?: unknown }).Buffer, 'undefined');
    assert.equal(workspaceFolder().scheme, 'memfs');
  });

  it('finds in every record what a check on a disk finds', async () => {
    await (await api()).pending();
    const onDisk: string[] = JSON.parse(await textOf(fileUri('findings.json')));
    assert.ok(onDisk.length > 20);
    for (const end = Date.now() + patienceMs; shownFindings().length < onDisk.length && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(shownFindings(), onDisk);
    // Looked up in a worker of the browser.
    const eve = onDisk.filter((line) => /CHG-2031-0001.* schedule\/before-non-working-day$/.test(line));
    assert.equal(eve.length, 1);
  });

  it('lists what is pending', async () => {
    const { groups } = await (await api()).pending();
    const items = groups.flatMap((group) => group.items);
    assert.ok(items.length > 5);
    assert.ok(items.some(({ file }) => file === change));
  });

  it('follows files that come and go', async () => {
    const text = changeText('CHG-2026-0801', 'status: nonsense\n');
    const uri = await writeRecord('changes/CHG-2026-0801.md', text);
    await waitForFindings(uri, saysField, 'a file that came is checked');
    await vscode.workspace.fs.delete(uri);
    await waitForFindings(uri, (found) => found.length === 0, 'a file that is gone has none');
  });

  it('follows what is typed, and fixes it', async () => {
    const uri = fileUri(change);
    const { document } = await openEditor(uri);
    const place = document.getText().indexOf('status: ') + 'status: '.length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.positionAt(place), 'x');
    await vscode.workspace.applyEdit(edit);
    const [wrong] = (await waitForFindings(uri, saysField, 'a wrong value')).filter(
      (finding) => ruleOf(finding) === 'format/field',
    );
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      uri,
      wrong?.range,
    );
    const fix = actions.find((action) => action.edit && action.title.startsWith('Change to'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    assert.ok(!actions.some(({ title }) => title.startsWith('Waive')), 'waivers are commits');
    if (fix?.edit) await vscode.workspace.applyEdit(fix.edit);
    await waitForFindings(uri, (found) => !saysField(found), 'what is mended is no finding');
  });

  it('knows whether a file that is linked to is there, once it has asked', async () => {
    const body =
      '\n[there](../users/ribera.csv) [gone](../users/nobody.csv) [part](../README.md#no-such-part)\n';
    const uri = await writeRecord('changes/CHG-2026-0802.md', changeText('CHG-2026-0802', '', body));
    const links = (found: readonly string[]): number =>
      found.filter((each) => each.endsWith('links/file')).length;
    await waitForFindings(uri, (found) => links(found) === 2, 'one file and one heading are not there');
    const made = await writeRecord('users/nobody.csv', 'a\n');
    await waitForFindings(uri, (found) => links(found) === 1, 'a file that came is there');
    await vscode.workspace.fs.delete(made);
    await vscode.workspace.fs.delete(uri);
  });

  it('explains fields', async () => {
    const uri = fileUri(change);
    const { document } = await openEditor(uri);
    const at = document.positionAt(document.getText().indexOf('schedule:') + 2);
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      uri,
      at,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)),
    );
    assert.match(texts.join('\n'), /schedule/);
  });

  it('leads from a name to its record, and shows how a text is made', async () => {
    const uri = fileUri(change);
    const { document } = await openEditor(uri);
    const text = document.getText();
    const named = document.positionAt(text.indexOf('PROC-') + 2);
    const asked = (kind: string, ...args: readonly unknown[]): Thenable<unknown[]> =>
      vscode.commands.executeCommand(`vscode.execute${kind}Provider`, ...args);
    for (const kind of ['Definition', 'Reference'])
      assert.ok((await asked(kind, uri, named)).length > 0, kind);
    for (const kind of ['Link', 'DocumentSymbol', 'FoldingRange'])
      assert.ok((await asked(kind, uri)).length > 0, kind);
    assert.ok((await asked('SelectionRange', uri, [named])).length > 0);
    assert.ok((await asked('WorkspaceSymbol', 'CHG-2026-0044')).length > 0);
  });

  it('says above a checklist how far it is, and offers no ticking', async () => {
    const uri = fileUri(change);
    await openEditor(uri);
    const lenses: vscode.CodeLens[] = await vscode.commands.executeCommand(
      'vscode.executeCodeLensProvider',
      uri,
      20,
    );
    const commands = lenses.flatMap(({ command }) => command?.command ?? []);
    assert.ok(commands.includes('changebook.previewNotice'), commands.join());
    assert.ok(!commands.includes('changebook.tickNextStep'), commands.join());
  });

  it('draws the calendar, with the public holidays', async () => {
    await vscode.commands.executeCommand('changebook.showDeploymentCalendar', {
      view: 'month',
      day: '2026-12-08',
    });
    assert.deepEqual(await panelOf('changebook.deploymentCalendar'), ['Deployment Calendar']);
    const uri = fileUri('calendar-test.svg');
    await vscode.commands.executeCommand('changebook.saveDeploymentCalendar', uri);
    assert.match(await textOf(uri), /Immaculate Conception/);
    await vscode.workspace.fs.delete(uri);
  });

  it('previews notices', async () => {
    await vscode.commands.executeCommand('changebook.previewNotice', fileUri(change), { kind: 'users' });
    await waitFor('the preview', () => panels('changebook.noticePreview').join().includes('CHG-2026-0044'));
  });
});
