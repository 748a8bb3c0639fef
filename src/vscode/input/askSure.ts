import * as vscode from 'vscode';
import { linesOf } from './showLines';

/**
 * Asks in a list whether something is meant although something speaks against it: what can be undone needs no dialog that
 * stops everything. What speaks against it stands below the answers, whole.
 *
 * @param yes what doing it is called
 * @returns false also where the user gives up
 */
export function askSure(question: string, yes: string, against: readonly string[]): Promise<boolean> {
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly sure?: boolean }>();
  const no = vscode.l10n.t('Leave it as it is');
  const placeholder = vscode.l10n.t('What speaks against it stands below');
  Object.assign(picker, { title: question, placeholder, ignoreFocusOut: true });
  picker.items = [
    { label: `$(warning) ${yes}`, sure: true, alwaysShow: true },
    { label: `$(discard) ${no}`, sure: false, alwaysShow: true },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...against.flatMap((sentence) => linesOf(sentence).map((label) => ({ label, alwaysShow: true }))),
  ];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const { sure } = picker.selectedItems[0] ?? {};
      if (sure === undefined) return;
      resolve(sure);
      picker.dispose();
    });
    picker.onDidHide(() => {
      resolve(false);
      picker.dispose();
    });
    picker.show();
  });
}
