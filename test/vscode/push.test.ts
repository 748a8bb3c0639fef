import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

const steps = '\n### Shared steps\n\n- [ ] Alpha\n- [ ] Beta\n- [ ] Gamma\n- [ ] Delta\n';
const id = 'CHG-2026-0361';
const file = `changes/${id}.md`;

function git(...args: string[]): string {
  return gitIn(fileUri('.').fsPath, ...args);
}

function gitIn(folder: string, ...args: string[]): string {
  const as = ['-c', 'user.name=Other', '-c', 'user.email=other@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
}

async function lenses(uri: vscode.Uri): Promise<string[]> {
  const found: vscode.CodeLens[] = await vscode.commands.executeCommand(
    'vscode.executeCodeLensProvider',
    uri,
    20,
  );
  return found.map(({ command }) => command?.title ?? '');
}

function setting(value: string | undefined, target = vscode.ConfigurationTarget.Global): Thenable<void> {
  return vscode.workspace.getConfiguration('changebook').update('commit.push', value, target);
}

describe('Pushing records', function () {
  this.timeout(90_000);
  let around = '';
  let bare = '';
  let branch = '';
  let uri: vscode.Uri;

  before(async () => {
    around = mkdtempSync(path.join(tmpdir(), 'changebook-push-'));
    bare = path.join(around, 'bare.git');
    uri = await writeRecord(file, changeText(id, '', steps));
    git('init', '--quiet');
    for (const [key, value] of [
      ['user.name', 'Test'],
      ['user.email', 'test@example.org'],
      ['commit.gpgsign', 'false'],
    ] as const)
      git('config', key, value);
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', '-m', 'Start');
    branch = git('symbolic-ref', '--short', 'HEAD');
    git('init', '--quiet', '--bare', bare);
    git('remote', 'add', 'shared', bare);
    git('push', '--quiet', '--set-upstream', 'shared', branch);
  });

  afterEach(async () => {
    await closeEditors();
    await setting(undefined);
  });

  after(() => {
    git('remote', 'remove', 'shared');
    rmSync(around, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is not done unasked; the record shows it, and a command makes up for it', async () => {
    const { document } = await openEditor(uri);
    await waitForFindings(uri, () => true, 'the record is read');
    assert.ok(!(await lenses(uri)).some((title) => title.includes('not pushed')));
    await vscode.commands.executeCommand('changebook.tickStep', uri, lineOf(document, 'Alpha'));
    await waitFor('the record shows it', async () =>
      (await lenses(uri)).includes('$(cloud-upload) not pushed: 1'),
    );
    assert.equal(gitIn(bare, 'log', '-1', '--format=%s', branch), 'Start');
    const outcome = await vscode.commands.executeCommand<{ kind: string }>('changebook.pushRecords', uri);
    assert.equal(outcome.kind, 'pushed', JSON.stringify(outcome));
    assert.equal(gitIn(bare, 'log', '-1', '--format=%s', branch), `${id}: tick "Alpha" (1/4)`);
    await waitFor(
      'the mark is gone',
      async () => !(await lenses(uri)).some((title) => title.includes('not pushed')),
    );
  });

  it('follows each commit where the user says so, on top of what others pushed', async () => {
    await setting('always');
    const { document } = await openEditor(uri);
    const other = path.join(around, 'other');
    gitIn(around, 'clone', '--quiet', bare, other);
    gitIn(other, 'commit', '--quiet', '--allow-empty', '-m', 'Theirs');
    gitIn(other, 'push', '--quiet');
    await vscode.commands.executeCommand('changebook.tickStep', uri, lineOf(document, 'Beta'));
    await waitFor('it is pushed', () => gitIn(bare, 'log', '-1', '--format=%s', branch).includes('Beta'));
    assert.equal(gitIn(bare, 'log', '-1', '--skip=1', '--format=%s', branch), 'Theirs');
    await waitFor('the branch follows', () => git('rev-parse', 'HEAD') === gitIn(bare, 'rev-parse', branch));
    assert.equal(git('status', '--porcelain', '--', file), '');
    assert.match(document.getText(), /- \[x\] Beta/);
  });

  it('is held back by a workspace that wishes so, and being offline is no error', async () => {
    await setting('always');
    await setting('never', vscode.ConfigurationTarget.Workspace);
    const { document } = await openEditor(uri);
    try {
      await vscode.commands.executeCommand('changebook.tickStep', uri, lineOf(document, 'Gamma'));
      await waitFor('the record shows it', async () =>
        (await lenses(uri)).includes('$(cloud-upload) not pushed: 1'),
      );
    } finally {
      await setting(undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.ok(!gitIn(bare, 'log', '-1', '--format=%s', branch).includes('Gamma'));
    renameSync(bare, `${bare}.away`);
    const offline = await vscode.commands.executeCommand<{ kind: string; fault: { code: string } }>(
      'changebook.pushRecords',
      uri,
    );
    assert.deepEqual([offline.kind, offline.fault.code], ['failed', 'offline']);
    renameSync(`${bare}.away`, bare);
    assert.ok((await lenses(uri)).includes('$(cloud-upload) not pushed: 1'));
    await vscode.commands.executeCommand('changebook.pushRecords', id);
    assert.equal(gitIn(bare, 'log', '-1', '--format=%s', branch), `${id}: tick "Gamma" (3/4)`);
  });

  it('can be called off while it lasts; the commit stays', async () => {
    const { document } = await openEditor(uri);
    await vscode.commands.executeCommand('changebook.tickStep', uri, lineOf(document, 'Delta'));
    const hook = path.join(bare, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\nsleep 30\n', { mode: 0o755 });
    const pushing = vscode.commands.executeCommand<{ kind: string; fault: { code: string } }>(
      'changebook.pushRecords',
      uri,
    );
    await waitFor('the record says so', async () =>
      (await lenses(uri)).includes('$(sync~spin) pushing … (cancel)'),
    );
    await vscode.commands.executeCommand('changebook.cancelPush');
    const outcome = await pushing;
    assert.deepEqual([outcome.kind, outcome.fault.code], ['failed', 'cancelled']);
    rmSync(hook);
    assert.equal(git('log', '-1', '--format=%s'), `${id}: tick "Delta" (4/4)`);
    assert.ok((await lenses(uri)).includes('$(cloud-upload) not pushed: 1'));
    await vscode.commands.executeCommand('changebook.pushRecords', uri);
    assert.equal(gitIn(bare, 'log', '-1', '--format=%s', branch), `${id}: tick "Delta" (4/4)`);
  });

  it('meets fewer conflicts once git merges records by steps', async () => {
    await vscode.commands.executeCommand('changebook.mergeBySteps', uri);
    assert.equal(git('log', '-1', '--format=%s'), 'Merge records with Changebook');
    const untick = (step: string): void => {
      const text = readFileSync(uri.fsPath, 'utf8');
      writeFileSync(uri.fsPath, text.replace(`[x] ${step}`, `[ ] ${step}`));
      git('commit', '--quiet', '--message', step, '--', uri.fsPath);
    };
    git('checkout', '--quiet', '-b', 'side');
    untick('Alpha');
    git('checkout', '--quiet', branch);
    untick('Beta');
    git('merge', '--quiet', '--message', 'Both', 'side');
    assert.match(readFileSync(uri.fsPath, 'utf8'), /\[ \] Alpha\n- \[ \] Beta\n- \[x\] Gamma/);
    git('config', '--remove-section', 'merge.changebook');
    git('rm', '--quiet', '.gitattributes');
    git('commit', '--quiet', '--message', 'Merge records line by line');
    git('branch', '--quiet', '-D', 'side');
  });
});

function lineOf(document: vscode.TextDocument, text: string): number {
  return document
    .getText()
    .split('\n')
    .findIndex((line) => line.endsWith(`] ${text}`));
}
