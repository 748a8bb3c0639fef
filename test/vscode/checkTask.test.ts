import { strict as assert } from 'node:assert';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import { changeText, fileUri, findings, ruleOf, waitFor, writeRecord } from './support';

/** Runs what a task would, with the same arguments and variables. */
function runWithoutTerminal({ execution }: vscode.Task): SpawnSyncReturns<string> {
  assert.ok(execution instanceof vscode.ProcessExecution);
  const { cwd = '', env = {} } = execution.options ?? {};
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  return spawnSync(execution.process, execution.args, options);
}

/** Runs a task to its end and gives the exit code of its process. */
async function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

// The server of the oldest VS Code, as npm has it, lacks the compiled part that terminals need.
const inTerminals = vscode.version.startsWith('1.103.') ? describe.skip : describe;

describe('The task', () => {
  it('“check” is offered, with a program and arguments that check', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'changebook' });
    assert.deepEqual(
      tasks.map(({ name, source }) => `${source}: ${name}`),
      ['changebook: check'],
    );
    const [task] = tasks;
    assert.ok(task);
    // The workspace of the tests has records with errors in them.
    assert.equal(runWithoutTerminal(task).status, 1);
  });
});

inTerminals('The task, in a terminal', () => {
  it('“check” ends as the check does', async () => {
    const [task] = await vscode.tasks.fetchTasks({ type: 'changebook' });
    assert.ok(task);
    assert.equal(await exitCodeOf(task), 1);
  });

  it('of a tasks.json checks what that names, and its matcher reads what it prints', async () => {
    const record = 'changes/CHG-2026-0810.md';
    const uri = await writeRecord(record, changeText('CHG-2026-0810', 'owner: [x]\n'));
    const tasks = fileUri('.vscode/tasks.json');
    const own = {
      type: 'changebook',
      task: 'check',
      paths: [record],
      label: 'one record',
      problemMatcher: '$changebook',
    };
    await vscode.workspace.fs.writeFile(
      tasks,
      Buffer.from(JSON.stringify({ version: '2.0.0', tasks: [own] })),
    );
    try {
      const task = await waitFor('what the task prints', async () =>
        (await vscode.tasks.fetchTasks()).find(({ name }) => name === 'one record'),
      );
      assert.equal(await exitCodeOf(task), 1);
      const listed = await waitFor('what the task prints', async () =>
        vscode.languages.getDiagnostics(uri).find(({ source }) => source === 'changebook check'),
      );
      const [own] = findings(uri).filter((each) => ruleOf(each) === 'format/field');
      assert.ok(own);
      assert.deepEqual(
        [listed.severity, listed.code, listed.message, listed.range.start],
        [own.severity, 'format/field', own.message, own.range.start],
      );
    } finally {
      await vscode.workspace.fs.delete(tasks);
      await vscode.workspace.fs.delete(uri);
    }
  });
});
