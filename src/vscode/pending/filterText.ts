import * as vscode from 'vscode';
import { inQuotes } from '../../core/model/text/localized';
import { language } from '../editorLanguage';
import type { PendingModel } from './pendingModel';

/** What the view is narrowed to, in words; empty where it shows all. */
export function filterText({ filter }: PendingModel): string {
  const { text, customer, mine } = filter;
  const mineText = mine ? vscode.l10n.t('mine') : '';
  return [text && inQuotes(text, language), customer, mineText].filter(Boolean).join(' · ');
}
