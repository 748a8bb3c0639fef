import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { workspaceFolder } from './support';

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

describe('The task', () => {
  it('“check” is offered, and ends as the check does', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'changebook' });
    assert.deepEqual(
      tasks.map(({ name, source }) => `${source}: ${name}`),
      ['changebook: check'],
    );
    const [task] = tasks;
    assert.ok(task);
    // The workspace of the tests has records with errors in them.
    assert.equal(await exitCodeOf(task), 1);
  });

  it('of a tasks.json checks what that names', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), '.vscode', 'tasks.json');
    const own = {
      type: 'changebook',
      task: 'check',
      paths: ['procedures'],
      label: 'procedures',
      problemMatcher: '$changebook',
    };
    await vscode.workspace.fs.writeFile(
      file,
      Buffer.from(JSON.stringify({ version: '2.0.0', tasks: [own] })),
    );
    try {
      let task: vscode.Task | undefined;
      for (const end = Date.now() + 10_000; !task && Date.now() < end; ) {
        task = (await vscode.tasks.fetchTasks()).find(({ name }) => name === 'procedures');
        if (!task) await new Promise((resolve) => setTimeout(resolve, 200));
      }
      assert.ok(task, 'the task of tasks.json is there');
      assert.equal(await exitCodeOf(task), 0);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
