import type * as vscode from 'vscode';
import { activateWith, type ChangebookApi, type StartFeatures } from './activateWith';
import { loadInPieces } from './loadInPieces';

/** Where there is Node: in a window on a desktop, or beside the files on a server. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  return activateWith(context, loadFeatures);
}

async function loadFeatures(): Promise<StartFeatures> {
  await loadInPieces();
  return (await import('./startFeatures')).startFeatures;
}
