import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  acceptUntil,
  changeText,
  closeEditors,
  fileUri,
  findings,
  openEditor,
  waitFor,
  writeRecord,
} from './support';

describe('Commands', () => {
  afterEach(closeEditors);

  it('are all there', async () => {
    const known = await vscode.commands.getCommands(true);
    for (const id of [
      'setUpFolder',
      'newChange',
      'newChangeFromProcedure',
      'checkWorkspace',
      'findNextSlot',
      'advanceStatus',
      'waiveFinding',
      'showRule',
      'showLog',
    ])
      assert.ok(known.includes(`changebook.${id}`), id);
  });

  it('set up a folder with what is offered, as one commit that was shown before', async () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'changebook-setup-')));
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Ana Gil');
    git('config', 'user.email', 'ana@example.org');
    git('config', 'commit.gpgsign', 'false');
    try {
      const run = (): Thenable<{ outcome: string; message: string }> =>
        vscode.commands.executeCommand('changebook.setUpFolder', {
          record: vscode.Uri.file(folder),
          language: 'en',
          timezone: 'UTC',
          country: '-',
        });
      const running = run();
      let over = false;
      void running.then(() => {
        over = true;
      });
      const shown = new Set<string>();
      const opened = vscode.workspace.onDidOpenTextDocument(
        ({ uri, getText }) => uri.scheme === 'changebook-setup' && shown.add(getText()),
      );
      const made = await acceptUntil('the folder is set up', running, () => over);
      opened.dispose();
      assert.equal(made.outcome, 'committed', made.message);
      assert.match([...shown].join(''), /## \.changebook\/config\.yaml\n\n```yaml\n# How this team works/);
      assert.match(
        git('show', '--format=%s', '--name-only', 'HEAD'),
        /^Set up Changebook\n\n\.changebook\/config/,
      );
      assert.equal(git('status', '--porcelain'), '');
      await waitFor('the page to be closed', () =>
        vscode.window.tabGroups.all.every(({ tabs }) => tabs.every(({ label }) => label !== 'Setup.md')),
      );
      assert.equal((await run()).outcome, 'unchanged');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('have keys that are none of VS Code’s own', async () => {
    const defaults = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(defaults)).getText();
    const [, own = ''] = /^\[([\s\S]*?)\n\]/m.exec(text) ?? [];
    const used = [...own.matchAll(/"key": "([^"]+)"[^}]*?"command": "([^"]+)"/g)];
    assert.ok(used.length > 500, `${used.length} keys`);
    const ours = used
      .filter(([, key]) => key === 'ctrl+k x' || key === 'ctrl+k a')
      .map(([, , command]) => command);
    assert.deepEqual([...new Set(ours)].sort(), [
      'changebook.advanceStatus',
      'changebook.tickNextStep',
      'runCommands',
    ]);
  });

  it('make a procedure, a ticket and a customer, and open the configuration', async () => {
    const procedure: vscode.Uri = await vscode.commands.executeCommand('changebook.newProcedure', {
      title: 'Rotate the keys',
    });
    assert.match(procedure.path, /procedures\/PROC-ROTATE-THE-KEYS\.md$/);
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection),
      'TBD',
    );
    const ticket: vscode.Uri = await vscode.commands.executeCommand('changebook.newTicket', {
      title: 'Accents',
      customer: '',
    });
    assert.match(ticket.path, /TKT-\d{4}-\d{4}-accents\.md$/);
    const about = { name: 'Valle Norte', timezone: 'Europe/Madrid', environments: 'PRO, UAT' };
    const customer: vscode.Uri = await vscode.commands.executeCommand('changebook.newCustomer', about);
    assert.match(customer.path, /\.changebook\/customers\/valle-norte\.yaml$/);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(customer));
    assert.match(
      text,
      /^name: Valle Norte\ntimezone: Europe\/Madrid\n[\s\S]*- \{ name: PRO, production: true \}\n/,
    );
    assert.deepEqual(findings(customer), []);
    for (const uri of [procedure, ticket, customer]) await vscode.workspace.fs.delete(uri);
  });

  it('check the workspace again', async () => {
    await vscode.commands.executeCommand('changebook.checkWorkspace');
    assert.ok(findings(fileUri('changes/CHG-2026-0002-defects.md')).length > 0);
  });

  it('show the page of a rule', async () => {
    await vscode.commands.executeCommand('changebook.showRule', 'format/field');
    const labels = (): string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await waitFor('the page', () => labels().some((label) => label.includes('Field missing, unknown')));
    // A preview tells nobody its document, and older editors do not keep that open.
    const uri = vscode.Uri.from({ scheme: 'changebook-rule', path: '/page.md', query: 'format/field' });
    const page = await vscode.workspace.openTextDocument(uri);
    assert.match(page.getText(), /^# .*\n\n`format\/field`\n[\s\S]*## Example\n[\s\S]*## Messages\n/);
  });

  it('find the next slot, and write the one that is chosen', async () => {
    const front = 'schedule: { start: 2100-01-01 22:00, duration: 1h }\n';
    const uri = await writeRecord('changes/CHG-2026-0270.md', changeText('CHG-2026-0270', front));
    const editor = await openEditor(uri);
    const running = vscode.commands.executeCommand('changebook.findNextSlot');
    await acceptUntil('it is moved', running, () => !editor.document.getText().includes('2100'));
    assert.match(editor.document.getText(), /start: 20\d\d-\d\d-\d\d \d\d:\d\d, duration: 1h/);
    assert.doesNotMatch(editor.document.getText(), /2100/);
  });

  it('show the log', async () => {
    await vscode.commands.executeCommand('changebook.showLog');
    await waitFor('the log is shown', () =>
      vscode.window.visibleTextEditors.some(({ document: { uri } }) => uri.scheme === 'output'),
    );
  });
});

describe('Snippets', () => {
  afterEach(closeEditors);

  const record = (prefix: string): string => `---\nid: CHG-2026-0758\ntype: change\n${prefix}\n---\n`;

  for (const [prefix, content] of [
    ['changebook-change', 'changebook-change'],
    ['changebook-cambio', 'changebook-cambio'],
    ['changebook-approval', record('changebook-approval')],
    ['changebook-aprobacion', record('changebook-aprobacion')],
  ] as const) {
    it(`offer ${prefix} where it may stand`, async () => {
      await offered(content, prefix);
    });
  }

  it('are inserted whole', async () => {
    const { editor, item } = await offered('changebook-ticket', 'changebook-ticket');
    assert.ok(item.insertText instanceof vscode.SnippetString && item.range instanceof vscode.Range);
    await editor.insertSnippet(item.insertText, item.range);
    assert.match(editor.document.getText(), /^---\nid: /);
  });

  /** Asks until the snippet is offered: a text that has just been opened may not be known everywhere yet. */
  async function offered(
    content: string,
    prefix: string,
  ): Promise<{ readonly editor: vscode.TextEditor; readonly item: vscode.CompletionItem }> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const editor = await vscode.window.showTextDocument(document);
    const place = document.positionAt(content.indexOf(prefix) + prefix.length);
    const item = await waitFor(`${prefix} to be offered`, async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      );
      return named(items, prefix);
    });
    return { editor, item };
  }

  function named(items: readonly vscode.CompletionItem[], prefix: string): vscode.CompletionItem | undefined {
    return items.find(({ label }) => (typeof label === 'string' ? label : label.label) === prefix);
  }
});
