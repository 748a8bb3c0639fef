import type * as vscode from 'vscode';
import { activateWith, type ChangebookApi, type StartFeatures } from './activateWith';
import { registerCheckTasks } from './checkTasks';
import { loadInPieces } from './loadInPieces';

/** Where there is Node: in a window on a desktop, or beside the files on a server. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  const begin = performance.now();
  const before = process.cpuUsage();
  // Where programs can be started: a browser has no tasks.
  context.subscriptions.push(registerCheckTasks(context.extensionUri));
  const api = activateWith(context, loadFeatures);
  const { user, system } = process.cpuUsage(before);
  // What other programs take of the processor meanwhile is no work of ours, nor is that of the process's other threads.
  return { ...api, activationMs: Math.min(performance.now() - begin, (user + system) / 1000) };
}

async function loadFeatures(): Promise<StartFeatures> {
  await loadInPieces();
  return (await import('./startFeatures')).startFeatures;
}
