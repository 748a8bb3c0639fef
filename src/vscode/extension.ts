import type * as vscode from 'vscode';
import { activateWith, type ChangebookApi } from './activateWith';
import { registerAssistants } from './assistants/registerAssistants';
import { registerCheckTasks } from './checkTasks';
import { loadInPieces } from './loadInPieces';

/** Where there is Node: in a window on a desktop, or beside the files on a server. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  // Where programs can be started: a browser has neither tasks nor servers.
  context.subscriptions.push(registerCheckTasks(context.extensionUri), ...registerAssistants(context));
  return activateWith(context, async () => {
    const { desktop } = await loadInPieces(() => import('./desktop'));
    const { startFeatures } = await import('./features');
    return (beginning) => startFeatures(context, beginning, desktop);
  });
}
