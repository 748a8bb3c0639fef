import * as vscode from 'vscode';
import type { PendingModel } from './pendingModel';

/** What the view is narrowed to, in words; empty where it shows all. */
export function filterText({ filter }: PendingModel): string {
  const { text, customer, mine } = filter;
  const mineText = mine ? vscode.l10n.t('mine') : '';
  return [text && `“${text}”`, customer, mineText].filter(Boolean).join(' · ');
}
