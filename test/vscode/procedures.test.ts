import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  acceptUntil,
  changeText,
  closeEditors,
  fileUri,
  openEditor,
  ruleOf,
  waitFor,
  waitForFindings,
  writeRecord,
} from './support';

const id = 'CHG-2026-0731';
const file = `changes/${id}.md`;
const procedureFile = 'procedures/PROC-MOVES.md';
const procedure = (version: string, backup: string, steps = ''): string =>
  `---\nid: PROC-MOVES\ntype: procedure\nversion: ${version}\n---\n# Moves on\n\n- [ ] ${backup} <!-- step: backup -->\n${steps}`;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: fileUri('.').fsPath, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function begin(): void {
  git('init', '--quiet');
  for (const [key, value] of [
    ['user.name', 'Test'],
    ['user.email', 'test@example.org'],
    ['commit.gpgsign', 'false'],
  ] as const)
    git('config', key, value);
}

function commit(message: string): void {
  git('add', '.');
  git('commit', '--quiet', '--message', message);
}

async function run(command: string, ...args: unknown[]): Promise<{ outcome: string; message: string }> {
  return vscode.commands.executeCommand(`changebook.${command}`, ...args);
}

describe('A procedure that moves on', () => {
  afterEach(closeEditors);

  it('gives its new steps to an open change, from the light bulb on what it is behind', async () => {
    begin();
    await writeRecord(procedureFile, procedure('1.0.0', 'Make a backup'));
    const text = changeText(id, 'procedure: PROC-MOVES@1.0.0\n').replace(
      /(## Deployment\n\n)[\s\S]*?(?=\n## )/,
      '$1- [ ] Make a backup <!-- step: backup -->\n',
    );
    const uri = await writeRecord(file, text);
    commit('One');
    await writeRecord(procedureFile, procedure('1.1.0', 'Make a backup', '- [ ] Look at it\n'));
    commit('Newer');
    const { document } = await openEditor(uri);
    const all = await waitForFindings(
      uri,
      (list) => list.some((line) => line.endsWith('links/procedure-version')),
      'it is behind',
    );
    const behind = all.find((own) => ruleOf(own) === 'links/procedure-version') ?? assert.fail();
    const offered = await waitFor('it is offered', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        behind.range,
      );
      return found.find(({ title }) => title === 'Take over the new steps of the procedure…');
    });
    assert.equal(offered.command?.command, 'changebook.takeOverSteps');
    const ended = await run('takeOverSteps', ...(offered.command?.arguments ?? []));
    assert.equal(ended.outcome, 'committed', ended.message);
    await waitFor('it is shown', () => document.getText().includes('- [ ] Look at it'));
    assert.match(document.getText(), /PROC-MOVES@1\.1\.0/);
    assert.equal(git('log', '-1', '--format=%s'), `${id}: take over PROC-MOVES@1.1.0`);
    assert.equal((await run('takeOverSteps', uri)).outcome, 'unchanged');
  });

  it('asks what counts where a step that is done has other words now', async () => {
    const uri = fileUri(file);
    const { document } = await openEditor(uri);
    await waitForFindings(uri, () => true, 'it is read');
    const { line } = document.positionAt(document.getText().indexOf('Make a backup'));
    assert.equal((await run('tickStep', uri, line)).outcome, 'committed');
    await writeRecord(procedureFile, procedure('1.2.0', 'Make two backups', '- [ ] Look at it\n'));
    commit('Newest');
    await waitForFindings(
      uri,
      (list) => list.some((found) => found.endsWith('links/procedure-version')),
      'it is behind again',
    );
    const running = run('takeOverSteps', uri);
    const now = (): boolean => document.getText().includes('PROC-MOVES@1.2.0');
    await acceptUntil('nobody was asked', running, now);
    assert.match(document.getText(), /- \[x\] Make a backup <!-- step: backup -->/);
  });

  it('gives them to the open changes of a procedure that it is called on', async () => {
    await writeRecord(
      procedureFile,
      procedure('1.3.0', 'Make two backups', '- [ ] Look at it\n- [ ] Again\n'),
    );
    commit('Once more');
    await waitForFindings(
      fileUri(file),
      (list) => list.some((found) => found.endsWith('links/procedure-version')),
      'it is behind once more',
    );
    const results = await vscode.commands.executeCommand<{ [id: string]: { outcome: string } }>(
      'changebook.takeOverSteps',
      fileUri(procedureFile),
      { all: 'yes' },
    );
    assert.deepEqual(
      Object.entries(results).map(([name, { outcome }]) => [name, outcome]),
      [[id, 'committed']],
    );
  });

  it('is made of a change, with all its steps open', async () => {
    const made = await vscode.commands.executeCommand<vscode.Uri>(
      'changebook.extractProcedure',
      fileUri(file),
      {
        title: 'Monthly',
      },
    );
    assert.equal(made.path, fileUri('procedures/PROC-MONTHLY.md').path);
    const { document } = vscode.window.activeTextEditor ?? assert.fail('nothing is shown');
    assert.match(document.getText(), /^---\nid: PROC-MONTHLY\n[\s\S]*# Monthly\n\n- \[ \] Make a backup/);
    await vscode.workspace.fs.delete(made);
  });

  it('is retired: open changes are told', async () => {
    const text = procedure('1.3.0', 'Make two backups', '- [ ] Look at it\n- [ ] Again\n');
    await writeRecord(procedureFile, text.replace('1.3.0', '1.3.0\nretired: true'));
    const uri = fileUri(file);
    await openEditor(uri);
    await waitForFindings(
      uri,
      (list) => list.some((found) => found.endsWith('links/procedure-retired')),
      'it is told',
    );
    const ended = await run('takeOverSteps', uri);
    assert.equal(ended.outcome, 'refused');
    assert.match(ended.message, /PROC-MOVES@1\.3\.0 is retired/);
    for (const each of [file, procedureFile]) await vscode.workspace.fs.delete(fileUri(each));
  });
});

describe('A procedure with standard changes', () => {
  afterEach(closeEditors);

  const own = 'procedures/PROC-SMALL.md';
  const text = (front: string): string =>
    `---\nid: PROC-SMALL\ntype: procedure\nversion: 1.0.0\n${front}---\n# Small\n\n- [ ] Only step\n\n## Rollback\n\nNothing.\n`;
  const standard = 'standard: { when: { deployment_type: 1, risk: [low, medium] } }\n';

  it('is approved, and its changes then need no approval of their own', async () => {
    begin();
    const uri = await writeRecord(own, text(standard));
    const steps = '- [ ] Only step\n';
    const change = changeText(
      'CHG-2026-0732',
      'status: to_be_released\nchange_type: standard\ndeployment_type: 1\nprocedure: PROC-SMALL@1.0.0\n',
    )
      .replace(/(## Deployment\n\n)[\s\S]*?(?=\n## )/, `$1${steps}`)
      .replace(/(## Rollback\n\n)[\s\S]*?(?=\n## )/, '$1Nothing.\n')
      .replace(
        /(## Checklist\n\n)[\s\S]*/,
        '$1- [ ] Reviewed and approved\n- [ ] End notice sent, tickets moved on\n',
      );
    const made = await writeRecord('changes/CHG-2026-0732.md', change);
    commit('Standard');
    const { document } = await openEditor(uri);
    await openEditor(made);
    const rules = (list: readonly string[]): readonly string[] =>
      list.filter((line) => / approval\//.test(line));
    await waitForFindings(made, (list) => rules(list).length === 2, 'it is not approved');
    for (const role of ['quality_assurance', 'peer', 'operations']) {
      const ended = await run('approve', { record: uri, role, by: 'Test', decision: 'approved' });
      assert.equal(ended.outcome, 'committed', ended.message);
    }
    await waitForFindings(made, (list) => rules(list).length === 0, 'it is approved with its procedure');
    await waitFor('it is shown', () => /approvals: \[\{ role: quality_assurance/.test(document.getText()));
    assert.equal(git('log', '-1', '--format=%s'), 'PROC-SMALL: approve as operations');
    for (const each of [own, 'changes/CHG-2026-0732.md']) await vscode.workspace.fs.delete(fileUri(each));
  });
});
