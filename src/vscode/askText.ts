import * as vscode from 'vscode';

/** Asks for a few words, which may not be none; nothing when the user gives up. */
export async function askText(
  options: Pick<vscode.InputBoxOptions, 'title' | 'prompt' | 'value'>,
): Promise<string | undefined> {
  const validateInput = (text: string): string | undefined =>
    text.trim() ? undefined : vscode.l10n.t('Write a few words.');
  return (await vscode.window.showInputBox({ ...options, validateInput }))?.trim();
}
