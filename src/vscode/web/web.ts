import type * as vscode from 'vscode';
import { activateWith, type ChangebookApi } from '../activateWith';
import { startInBrowser } from './startInBrowser';

/** In the browser, where there is no Node: everything is in one file, and read when that is. */
export function activate(context: vscode.ExtensionContext): ChangebookApi {
  return activateWith(context, async () => startInBrowser);
}
