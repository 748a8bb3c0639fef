import * as vscode from 'vscode';

/** Has the user pick one of several items; where there are none, says so instead. Undefined where none is picked. */
export async function pickOne<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  none: string,
  options: vscode.QuickPickOptions,
): Promise<Item | undefined> {
  if (items.length > 0) return vscode.window.showQuickPick(items, options);
  void vscode.window.showInformationMessage(none);
  return undefined;
}
