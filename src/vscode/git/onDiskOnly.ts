import * as vscode from 'vscode';

/** Why an action is not taken in the browser, or on any other files that git cannot reach. */
export function onDiskOnly(): string {
  return vscode.l10n.t('actions are commits, and these files are on no disk that git could reach');
}
