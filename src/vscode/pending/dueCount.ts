import * as vscode from 'vscode';
import { withPlurals } from '../withPlurals';

/** How many steps are due, in words; empty for none. */
export function dueCount(due: number): string {
  return due === 0 ? '' : withPlurals(vscode.l10n.t('{0} {0|step|steps} due'), due);
}

/** How many steps of other changes are due, in words; empty for none. */
export function dueElsewhere(due: number): string {
  return due === 0 ? '' : withPlurals(vscode.l10n.t('{0} {0|step|steps} due in others'), due);
}
