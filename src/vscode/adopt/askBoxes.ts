import * as vscode from 'vscode';
import type { Adoption } from '../../core/adopt/adoption';

/** Asks which lines without a box get one: all of them, unless some are left out. Undefined where the user gives up. */
export async function askBoxes({ boxes }: Adoption): Promise<ReadonlySet<number> | undefined> {
  if (boxes.length === 0) return new Set();
  const items = boxes.map(({ line, text }) => ({
    label: text.slice(0, 200),
    description: vscode.l10n.t('line {0}', line + 1),
    picked: true,
    line,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: vscode.l10n.t('Adopt as procedure'),
    placeHolder: vscode.l10n.t('Which of these are steps? Each gets a box.'),
  });
  return chosen && new Set(chosen.map(({ line }) => line));
}
