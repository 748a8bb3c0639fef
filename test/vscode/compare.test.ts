import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  changeText,
  closeEditors,
  fileUri,
  openEditor,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

const steps = '\n### More steps\n\n- [ ] First\n- [ ] Second\n';

function git(...args: string[]): string {
  const as = [
    '-c',
    'user.name=Anna Serra',
    '-c',
    'user.email=anna@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...as, ...args], { cwd: fileUri('.').fsPath, encoding: 'utf8' }).trim();
}

/** A change that is committed, open in an editor. */
async function committedChange(id: string): Promise<vscode.TextDocument> {
  const times = 'schedule: { start: 2026-11-20 22:00, duration: 1h }\n';
  const uri = await writeRecord(`changes/${id}.md`, changeText(id, times, steps));
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '-m', `Write ${id}`);
  const { document } = await openEditor(uri);
  await waitForFindings(uri, () => true, 'the record is read');
  return document;
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, from);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  edit.replace(document.uri, range, to);
  await vscode.workspace.applyEdit(edit);
}

function comparison(id: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri }) => uri.scheme === 'changebook-diff' && uri.path.includes(id),
  );
}

const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

describe('Comparing a record', () => {
  afterEach(closeEditors);

  it('tells what the record says, saved or not, and did not say in the last commit', async () => {
    const document = await committedChange('CHG-2026-0501');
    await replace(document, '- [ ] First', '- [x] First');
    await replace(document, '2026-11-20 22:00', '2026-11-27 22:00');
    await vscode.commands.executeCommand('changebook.compareRecord', document.uri, 'HEAD');
    const shown = await waitFor('the document is open', () => comparison('CHG-2026-0501'));
    const text = shown.getText().replaceAll('\\', '');
    assert.match(
      text,
      /^- Window moved from 2026-11-20 22:00 \(1h\) to 2026-11-27 22:00 \(1h\) — not committed$/m,
    );
    assert.match(text, /^- Ticked “First” · \*.*More steps\* — not committed$/m);
    await document.save();
    git('commit', '--quiet', '-m', 'Move it', '--', 'changes/CHG-2026-0501.md');
    await vscode.commands.executeCommand('changebook.compareRecord', 'CHG-2026-0501', 'HEAD~1');
    const since = await waitFor('the other comparison is open', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.query.includes('HEAD~1')),
    );
    assert.match(since.getText().replaceAll('\\', ''), /^- Ticked “First” .* — Anna Serra [0-9a-f]{9}$/m);
    await waitFor('what is open follows', () => (/Ticked/.test(shown.getText()) ? undefined : true));
  });

  it('chooses the last commit first, and takes a file of the Source Control view', async () => {
    const document = await committedChange('CHG-2026-0502');
    await replace(document, '- [ ] Second', '- [ ] Third');
    const running = vscode.commands.executeCommand('changebook.compareRecord', { resourceUri: document.uri });
    await waitFor('the preview is open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return tabs().find(({ label }) => label.includes('Changes of CHG-2026-0502 since the last commit'));
    });
    await running;
    const shown = await waitFor('the document is open', () => comparison('CHG-2026-0502'));
    const text = shown.getText().replaceAll('\\', '');
    assert.match(text, /^## From the last commit to the files as they are$/m);
    assert.match(text, /Step changed: “Second” → “Third”/);
  });

  it('leads to the comparison of the text', async () => {
    const document = await committedChange('CHG-2026-0503');
    await replace(document, '- [ ] First', '- [x] First');
    await vscode.commands.executeCommand('changebook.compareRecord', document.uri, 'HEAD', 'text');
    const tab = await waitFor('the comparison is open', () =>
      tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff),
    );
    assert.ok(tab.input instanceof vscode.TabInputTextDiff);
    const before = await vscode.workspace.openTextDocument(tab.input.original);
    assert.ok(before.getText().includes('- [ ] First'));
    assert.equal(tab.input.modified.toString(), document.uri.toString());
  });
});
