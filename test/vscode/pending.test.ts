import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import type { PendingReport } from '../../src/core/report/pendingReport';
import { changeText, closeEditors, fileUri, patienceMs, writeRecord } from './support';

interface Api {
  pending(): Promise<PendingReport>;
}

async function report(): Promise<PendingReport> {
  const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'changebook');
  assert.ok(extension);
  const api: Api = await extension.activate();
  return api.pending();
}

/** The group in which the tree shows a change; nothing where it shows none. */
async function groupOf(id: string): Promise<string | undefined> {
  const { groups } = await report();
  return groups.find(({ items }) => items.some((item) => item.id === id))?.key;
}

async function waitForGroup(id: string, group: string | undefined): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await groupOf(id);
    if (found === group) return;
    if (Date.now() > end) assert.equal(found, group, id);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function at(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

function starting(minutes: number, more = ''): string {
  return `schedule: { start: "${at(minutes)}", duration: 1h }\n${more}`;
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: fileUri('.').fsPath, encoding: 'utf8' }).trim();
}

describe('The tree of pending deployments', () => {
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('changebook.groupPending', 'window');
    await vscode.commands.executeCommand('changebook.clearPendingFilter');
  });

  it('follows files that come, change, are renamed and go', async () => {
    const uri = await writeRecord('changes/CHG-2026-0511.md', changeText('CHG-2026-0511', starting(-60)));
    await waitForGroup('CHG-2026-0511', 'overdue');
    await writeRecord('changes/CHG-2026-0511.md', changeText('CHG-2026-0511', starting(60 * 24 * 30)));
    await waitForGroup('CHG-2026-0511', 'later');
    const moved = fileUri('changes/CHG-2026-0511-moved.md');
    await vscode.workspace.fs.rename(uri, moved);
    await waitForGroup('CHG-2026-0511', 'later');
    await writeRecord('changes/CHG-2026-0511-moved.md', changeText('CHG-2026-0511', 'status: cancelled\n'));
    await waitForGroup('CHG-2026-0511', undefined);
    await vscode.workspace.fs.delete(moved);
  });

  it('misses nothing that comes while everything is read again', async () => {
    const ids = ['CHG-2026-0521', 'CHG-2026-0522', 'CHG-2026-0523', 'CHG-2026-0524'];
    let done = false;
    const reading = (async () => {
      while (!done) await vscode.commands.executeCommand('changebook.checkWorkspace');
    })();
    const uris: vscode.Uri[] = [];
    for (const id of ids) {
      uris.push(await writeRecord(`changes/${id}.md`, changeText(id, starting(-60))));
      await new Promise((resolve) => setTimeout(resolve, 130));
    }
    await new Promise((resolve) => setTimeout(resolve, 600));
    done = true;
    await reading;
    for (const id of ids) await waitForGroup(id, 'overdue');
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
    for (const id of ids) await waitForGroup(id, undefined);
  });

  it('sees time pass though nothing is saved', async () => {
    // A start of a quarter of an hour ago is still one of now.
    const uri = await writeRecord(
      'changes/CHG-2026-0512.md',
      changeText('CHG-2026-0512', `schedule: { start: "${at(0.08 - 15)}", duration: 1h }\n`),
    );
    await waitForGroup('CHG-2026-0512', 'overdue');
    await vscode.workspace.fs.delete(uri);
  });

  it('lists what cannot be read, and what has no schedule', async () => {
    const broken = await writeRecord(
      'changes/CHG-2026-0513.md',
      '---\nid: CHG-2026-0513\ntype: change\ntitle: [\n---\n# Broken\n',
    );
    await waitForGroup('CHG-2026-0513', 'unreadable');
    await writeRecord('changes/CHG-2026-0513.md', changeText('CHG-2026-0513'));
    await waitForGroup('CHG-2026-0513', 'unscheduled');
    await vscode.workspace.fs.delete(broken);
  });

  it('is grouped and narrowed by commands', async () => {
    const front = starting(600, 'customer: Some Customer\nassignee: Ada Lovelace\nenvironments: [UAT]\n');
    const uri = await writeRecord('changes/CHG-2026-0514.md', changeText('CHG-2026-0514', front));
    await vscode.commands.executeCommand('changebook.groupPending', 'customer');
    await waitForGroup('CHG-2026-0514', 'some customer');
    await vscode.commands.executeCommand('changebook.groupPending', 'environment');
    await waitForGroup('CHG-2026-0514', 'uat');
    await vscode.commands.executeCommand('changebook.filterPending', { mine: ['ada lovelace'] });
    const { groups } = await report();
    assert.deepEqual(
      groups.flatMap(({ items }) => items.map(({ id }) => id)),
      ['CHG-2026-0514'],
    );
    await vscode.commands.executeCommand('changebook.filterPending', { text: 'no such words' });
    assert.deepEqual((await report()).groups, []);
    await vscode.workspace.fs.delete(uri);
  });

  it('shows itself at a record, opens it, and copies its id', async () => {
    const uri = await writeRecord(
      'changes/CHG-2026-0515.md',
      changeText('CHG-2026-0515', starting(60 * 24 * 30)),
    );
    await waitForGroup('CHG-2026-0515', 'later');
    await vscode.commands.executeCommand('changebook.showPending', uri);
    await vscode.commands.executeCommand('changebook.openRecord', 'CHG-2026-0515');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    await vscode.commands.executeCommand('changebook.copyId', uri);
    assert.equal(await vscode.env.clipboard.readText(), 'CHG-2026-0515');
    await vscode.workspace.fs.delete(uri);
  });

  it('ticks the step that it showed, wherever that stands by now', async () => {
    const body = '\n### Steps of a tree\n\n- [ ] Alpha\n- [ ] Beta\n';
    const text = changeText('CHG-2026-0516', '', body);
    const uri = await writeRecord('changes/CHG-2026-0516.md', text);
    const steps = parseRecord(text)?.body.steps ?? [];
    const step = steps.find((own) => own.text === 'Beta');
    assert.ok(step);
    // Somebody puts another line above it before the box is clicked.
    const longer = text.replace('- [ ] Alpha', '- [ ] New one\n- [ ] Alpha');
    await writeRecord('changes/CHG-2026-0516.md', longer);
    git('init', '--quiet');
    git('config', 'user.name', 'Test');
    git('config', 'user.email', 'test@example.org');
    git('config', 'commit.gpgsign', 'false');
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', '-m', 'Start');
    await vscode.commands.executeCommand('changebook.tickStep', { kind: 'step', uri, step, steps });
    assert.equal(git('log', '-1', '--format=%s'), 'CHG-2026-0516: tick "Beta" (1/3)');
    assert.match(readFileSync(uri.fsPath, 'utf8'), /- \[ \] New one\n- \[ \] Alpha\n- \[x\] Beta/);
    await vscode.workspace.fs.delete(uri);
  });
});
