import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { changeText, closeEditors, fileUri, openEditor, waitForFindings, writeRecord } from './support';

const steps = '\n### More steps\n\n- [ ] First\n- [ ] Second\n- [x] ~~Third~~ (n/a: not here)\n';

function git(...args: string[]): string {
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], { cwd: fileUri('.').fsPath, encoding: 'utf8' }).trim();
}

/** A change that is committed, open in an editor. */
async function committedChange(id: string): Promise<vscode.TextEditor> {
  const uri = await writeRecord(`changes/${id}.md`, changeText(id, '', steps));
  git('init', '--quiet');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.org');
  git('config', 'commit.gpgsign', 'false');
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '-m', 'Start');
  const editor = await openEditor(uri);
  await waitForFindings(uri, () => true, 'the record is read');
  return editor;
}

async function waitUntil(what: string, done: () => boolean): Promise<void> {
  const end = Date.now() + 12_000;
  while (!done()) {
    if (Date.now() > end) assert.fail(what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('Ticking a step', () => {
  afterEach(closeEditors);

  it('is one commit of one character, and so is taking it back', async () => {
    const { document } = await committedChange('CHG-2026-0341');
    await vscode.commands.executeCommand('changebook.tickNextStep', document.uri);
    await waitUntil('the step is ticked', () => document.getText().includes('- [x] First'));
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0341: tick "First" (1/2)');
    assert.match(git('log', '-1', '--format=%b'), /^Changebook-Step: .*More steps > First$/m);
    assert.equal(git('status', '--porcelain'), '');
    assert.match(
      git('diff', '--word-diff=plain', '--word-diff-regex=.', 'HEAD~1'),
      /\[\[- -\]\{\+x\+\}\] First/,
    );
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('First'));
    await vscode.commands.executeCommand('changebook.untickStep', document.uri, line);
    await waitUntil('the step is open again', () => document.getText().includes('- [ ] First'));
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0341: untick "First" (0/2)');
  });

  it('leaves other unsaved and staged work as it was', async () => {
    const { document } = await committedChange('CHG-2026-0342');
    await writeRecord('staged.txt', 'staged\n');
    git('add', 'staged.txt');
    const mine = new vscode.WorkspaceEdit();
    mine.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nMy own words.\n');
    await vscode.workspace.applyEdit(mine);
    await vscode.commands.executeCommand('changebook.tickNextStep', document.uri);
    await waitUntil('the step is ticked', () => document.getText().includes('- [x] First'));
    assert.ok(document.isDirty && document.getText().includes('My own words.'));
    assert.doesNotMatch(git('show', 'HEAD:changes/CHG-2026-0342.md'), /My own words/);
    assert.match(git('show', 'HEAD:changes/CHG-2026-0342.md'), /- \[x\] First/);
    assert.equal(git('diff', '--cached', '--name-only'), 'staged.txt');
    assert.doesNotMatch(readFileSync(document.uri.fsPath, 'utf8'), /My own words/);
    git('reset', '--quiet');
  });

  it('is how a change advances too, in a repository', async () => {
    const { document } = await committedChange('CHG-2026-0344');
    const running = vscode.commands.executeCommand('changebook.advanceStatus', document.uri);
    const end = Date.now() + 12_000;
    while (!document.getText().includes('in_progress') && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await running;
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0344: advance to in_progress');
    assert.equal(git('status', '--porcelain', '--', 'changes/CHG-2026-0344.md'), '');
  });

  it('is how people decide: bound to what they approved', async () => {
    const { document } = await committedChange('CHG-2026-0345');
    const running = vscode.commands.executeCommand('changebook.approve', document.uri);
    const end = Date.now() + 12_000;
    while (!document.getText().includes('approvals:') && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await running;
    assert.match(
      document.getText(),
      /approvals:\n {2}- \{ role: \w+, by: Test, at: .*, decision: approved, digest: "?sha256:[0-9a-f]{64}"? \}/,
    );
    assert.match(git('log', '-1', '--format=%s'), /^CHG-2026-0345: approve as \w+$/);
    await waitForFindings(
      document.uri,
      (all) => !all.some((line) => line.includes('approval/')),
      'it is not stale',
    );
  });

  it('is offered above each checklist and on each step', async () => {
    const { document } = await committedChange('CHG-2026-0343');
    const lenses: vscode.CodeLens[] = await vscode.commands.executeCommand(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(titles.includes('$(checklist) 0 of 2 steps done'), titles.join(' | '));
    assert.ok(titles.includes('Tick next step: First'), titles.join(' | '));
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('Third'));
    const range = new vscode.Range(line, 0, line, 0);
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    assert.ok(actions.some(({ title }) => title.startsWith('Untick this step')));
  });
});
