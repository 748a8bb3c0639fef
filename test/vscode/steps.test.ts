import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  acceptUntil,
  changeText,
  closeEditors,
  fileUri,
  openEditor,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

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

interface Result {
  readonly outcome: string;
  readonly code?: string;
  readonly message: string;
}

async function tickNext(uri: vscode.Uri): Promise<Result> {
  return vscode.commands.executeCommand<Result>('changebook.tickNextStep', uri);
}

describe('Ticking a step', () => {
  afterEach(closeEditors);

  it('is one commit of one character, and so is taking it back', async () => {
    const { document } = await committedChange('CHG-2026-0341');
    await vscode.commands.executeCommand('changebook.tickNextStep', document.uri);
    await waitFor('the step is ticked', () => document.getText().includes('- [x] First'));
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
    await waitFor('the step is open again', () => document.getText().includes('- [ ] First'));
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0341: untick "First" (0/2)');
  });

  it('is done in the order in which it was asked for, however quickly that is', async () => {
    const { document } = await committedChange('CHG-2026-0761');
    const before = Number(git('rev-list', '--count', 'HEAD'));
    const results = await Promise.all([tickNext(document.uri), tickNext(document.uri)]);
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['committed', 'committed'],
    );
    assert.equal(Number(git('rev-list', '--count', 'HEAD')), before + 2);
    assert.deepEqual(git('log', '-2', '--reverse', '--format=%s').split('\n'), [
      'CHG-2026-0761: tick "First" (1/2)',
      'CHG-2026-0761: tick "Second" (2/2)',
    ]);
  });

  it('leaves other unsaved and staged work as it was', async () => {
    const { document } = await committedChange('CHG-2026-0342');
    await writeRecord('staged.txt', 'staged\n');
    git('add', 'staged.txt');
    const mine = new vscode.WorkspaceEdit();
    mine.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nMy own words.\n');
    await vscode.workspace.applyEdit(mine);
    await vscode.commands.executeCommand('changebook.tickNextStep', document.uri);
    await waitFor('the step is ticked', () => document.getText().includes('- [x] First'));
    assert.ok(document.isDirty && document.getText().includes('My own words.'));
    assert.doesNotMatch(git('show', 'HEAD:changes/CHG-2026-0342.md'), /My own words/);
    assert.match(git('show', 'HEAD:changes/CHG-2026-0342.md'), /- \[x\] First/);
    assert.equal(git('diff', '--cached', '--name-only'), 'staged.txt');
    assert.doesNotMatch(readFileSync(document.uri.fsPath, 'utf8'), /My own words/);
    git('reset', '--quiet');
  });

  it('shows at once, and is taken back with a sentence where it cannot be committed', async () => {
    const { document } = await committedChange('CHG-2026-0346');
    const seen: string[] = [];
    const watching = vscode.workspace.onDidChangeTextDocument(({ document: changed }) => {
      if (changed === document) seen.push(changed.getText().includes('- [x] First') ? 'ticked' : 'open');
    });
    git('config', 'commit.gpgsign', 'true');
    git('config', 'gpg.program', 'false');
    const head = git('rev-parse', 'HEAD');
    const result = await tickNext(document.uri);
    git('config', 'commit.gpgsign', 'false');
    watching.dispose();
    assert.match(result.message, /could not be signed.*the file is as it was/);
    assert.deepEqual([...new Set(seen)], ['ticked', 'open']);
    assert.equal(git('rev-parse', 'HEAD'), head);
    assert.equal(git('status', '--porcelain', '--', 'changes/CHG-2026-0346.md'), '');
    assert.ok(!document.isDirty);
  });

  it('stays where a hook refuses it, to be tried again', async () => {
    const { document } = await committedChange('CHG-2026-0347');
    const hook = fileUri('.git/hooks/pre-commit').fsPath;
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "Not on a Friday" >&2\nexit 1\n', { mode: 0o755 });
    const refused = await tickNext(document.uri);
    rmSync(hook);
    assert.deepEqual([refused.outcome, refused.code], ['failed', 'hookFailed']);
    assert.match(refused.message, /pre-commit hook refused the commit: Not on a Friday\./);
    assert.ok(document.getText().includes('- [x] First'));
    const again = { step: 'First' };
    const result: Result = await vscode.commands.executeCommand('changebook.tickStep', document.uri, again);
    assert.equal(result.outcome, 'committed', result.message);
    assert.equal(git('status', '--porcelain', '--', 'changes/CHG-2026-0347.md'), '');
  });

  it('begins with the record’s first commit, which is offered above it', async () => {
    await committedChange('CHG-2026-0348');
    const uri = await writeRecord('changes/CHG-2026-0349.md', changeText('CHG-2026-0349', '', steps));
    await openEditor(uri);
    const lensTitles = async (): Promise<string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        20,
      );
      return lenses.map(({ command }) => command?.title ?? '');
    };
    const offer = '$(git-commit) Commit this record';
    await waitFor('its first commit is offered', async () => (await lensTitles()).includes(offer));
    const early = await tickNext(uri);
    assert.deepEqual([early.outcome, early.code], ['failed', 'notCommitted']);
    const made: Result = await vscode.commands.executeCommand('changebook.commitRecord', uri);
    assert.equal(made.outcome, 'committed', made.message);
    assert.equal(
      git('show', '--format=%s', '--name-status', 'HEAD'),
      'CHG-2026-0349: add "CHG-2026-0349"\n\nA\tchanges/CHG-2026-0349.md',
    );
    assert.ok(!(await lensTitles()).includes(offer));
    assert.equal((await tickNext(uri)).outcome, 'committed');
  });

  it('goes beside fields that are set and text that is edited, each a commit', async () => {
    const { document } = await committedChange('CHG-2026-0350');
    const set = (field: string, value: string): Thenable<Result> =>
      vscode.commands.executeCommand('changebook.setField', document.uri, { field, value });
    const made = await set('impact.level', 'high');
    assert.equal(made.outcome, 'committed', made.message);
    assert.match(document.getText(), /^impact: \{ level: high \}$/m);
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0350: set impact.level');
    const refused = await set('status', 'done');
    assert.deepEqual([refused.outcome, refused.code], ['refused', 'ownedField']);
    assert.match(refused.message, /action of its own, Advance Status\. Nothing/);
    // Its value is picked.
    const running = vscode.commands.executeCommand('changebook.setField', document.uri, {
      field: 'severity',
    });
    await acceptUntil('the first severity is set', running, () => /^severity: /m.test(document.getText()));
    const mine = new vscode.WorkspaceEdit();
    mine.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nMy own words.\n');
    await vscode.workspace.applyEdit(mine);
    const edited: Result = await vscode.commands.executeCommand('changebook.commitRecord', document.uri);
    assert.equal(edited.outcome, 'committed', edited.message);
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0350: edit "CHG-2026-0350"');
    assert.match(git('show', 'HEAD:changes/CHG-2026-0350.md'), /My own words/);
  });

  it('goes along with a new id: the first commit under it takes the old file', async () => {
    const { document } = await committedChange('CHG-2026-0811');
    assert.equal((await tickNext(document.uri)).outcome, 'committed');
    const edit: vscode.WorkspaceEdit = await vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('CHG-2026-0811') + 2),
      'CHG-2026-0812',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.saveAll(false);
    const uri = fileUri('changes/CHG-2026-0812.md');
    const made: Result = await vscode.commands.executeCommand('changebook.commitRecord', uri);
    assert.equal(made.outcome, 'committed', made.message);
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0812: set id (CHG-2026-0811 → CHG-2026-0812)');
    assert.equal(git('status', '--porcelain', '--', 'changes'), '');
    assert.equal(
      git('show', '--name-status', '--no-renames', '--format=', 'HEAD'),
      'D\tchanges/CHG-2026-0811.md\nA\tchanges/CHG-2026-0812.md',
    );
  });

  it('of a procedure is refused: a change is made from it instead', async () => {
    const { document } = await openEditor(fileUri('procedures/PROC-DEPLOY.md'));
    const before = git('rev-parse', 'HEAD');
    assert.equal(await tickNext(document.uri), undefined);
    assert.equal(git('rev-parse', 'HEAD'), before);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('- [ ]'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(line, 0, line, 0),
    );
    const made = actions.find(({ title }) => title === 'New change from this procedure…');
    assert.equal(made?.command?.command, 'changebook.newChangeFromProcedure');
  });

  it('is how a change advances too, in a repository', async () => {
    const { document } = await committedChange('CHG-2026-0344');
    const running = vscode.commands.executeCommand('changebook.advanceStatus', document.uri);
    await acceptUntil('it advanced', running, () => document.getText().includes('in_progress'));
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0344: advance to in_progress');
    assert.equal(git('status', '--porcelain', '--', 'changes/CHG-2026-0344.md'), '');
  });

  it('is how people decide: bound to what they approved', async () => {
    const { document } = await committedChange('CHG-2026-0345');
    const running = vscode.commands.executeCommand('changebook.approve', document.uri);
    await acceptUntil('it is approved', running, () => document.getText().includes('approvals:'));
    assert.match(
      document.getText(),
      /approvals:\n {2}- \{ role: \w+, by: Test, at: .*, decision: approved, digest: "?sha256-2:[0-9a-f]{64}"? \}/,
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

describe('A new emergency fix', () => {
  afterEach(closeEditors);

  it('goes on from what was done last, is committed and asks for nothing', async () => {
    const { document } = await committedChange('CHG-2026-0349');
    const done =
      'status: done\nenvironments: [PRO]\ncomponents: [{ name: portal, from: "7.0.0", to: "7.1.0" }]\n';
    const release = 'release: { version: "7.1.0", tag: v7.1.0 }\noutcome: successful\n';
    const last = await writeRecord('changes/CHG-2026-0350.md', changeText('CHG-2026-0350', done + release));
    await waitForFindings(last, (all) => all.some((line) => line.includes('approval/missing')), 'it is read');
    const fix = { title: 'Login fails', environments: ['PRO'], start: 'hace 5 min', language: 'en' };
    const uri = await vscode.commands.executeCommand<vscode.Uri>('changebook.newHotfix', fix);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^status: to_be_released$/m);
    assert.match(text, /^ {2}- \{ name: portal, from: "7\.1\.0", to: "7\.1\.1" \}$/m);
    assert.match(text, /^release: \{ version: "7\.1\.1", tag: v7\.1\.1 \}$/m);
    assert.match(text, /^requested_by: Test$/m);
    assert.match(text, /^schedule: \{ start: 20\d\d-\d\d-\d\d \d\d:\d\d, duration: 2h \}$/m);
    assert.match(git('log', '-1', '--format=%s'), /^CHG-\d{4}-\d{4}: add "Login fails"$/);
    await waitForFindings(uri, (all) => all.some((line) => line.includes('approval/missing')), 'it waits');
    for (const file of [uri, last, document.uri]) await vscode.workspace.fs.delete(file);
  });
});
