import type * as vscode from 'vscode';
import { activateWith, type ChangebookApi, type StartFeatures } from './activateWith';

/** Where there is Node: in a window on a desktop, or beside the files on a server. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  return activateWith(context, loadFeatures);
}

/** Loads the features in pieces, with a breath after each: none of them holds the editor up for 50 ms. */
async function loadFeatures(): Promise<StartFeatures> {
  for (const load of [
    () => import('../core/model/parse/readFrontMatter'),
    () => import('../core/model/parse/parseRecord'),
    () => import('../core/rules/registry'),
    () => import('./sessions'),
  ]) {
    await load();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return (await import('./startFeatures')).startFeatures;
}
