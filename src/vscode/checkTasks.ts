import * as vscode from 'vscode';
import { foldersOnDisk } from './foldersOnDisk';

/** The type of Changebook's tasks, as `tasks.json` names it. */
const taskType = 'changebook';

/**
 * Offers *changebook: check* for each folder, and runs those that `tasks.json` describes. The extension shows all findings
 * by itself, so the offered task has no problem matcher: each would be listed twice. It is for what follows a check: a
 * task that depends on it, or an exit code.
 */
export function registerCheckTasks(extensionUri: vscode.Uri): vscode.Disposable {
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      foldersOnDisk().map((folder) => checkTask(program, folder, { type: taskType, task: 'check' })),
    resolveTask: ({ definition, scope }) => {
      const folder = foldersOnDisk().find((each) => each === scope) ?? foldersOnDisk()[0];
      return folder && definition.task === 'check' ? checkTask(program, folder, definition) : undefined;
    },
  });
}

function checkTask(
  program: string,
  folder: vscode.WorkspaceFolder,
  definition: vscode.TaskDefinition,
): vscode.Task {
  // The editor's own Node runs it: nobody has to install one, and no shell reads the arguments.
  const execution = new vscode.ProcessExecution(process.execPath, [program, ...argumentsOf(definition)], {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(definition, folder, 'check', taskType, execution, []);
  task.group = vscode.TaskGroup.Test;
  task.detail = vscode.l10n.t('Checks all records of the folder, as the command line does');
  return task;
}

/** What `tasks.json` says, as arguments; anything of another kind than its schema asks for is left out. */
function argumentsOf({ since, paths }: vscode.TaskDefinition): string[] {
  const files = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
  const given = typeof since === 'string' && since !== '' ? [`--since=${since}`] : [];
  return ['check', ...given, '--', ...files];
}
