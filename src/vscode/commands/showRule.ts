import * as vscode from 'vscode';
import { ruleById, rules } from '../../core/rules/registry';
import { showRulePage } from '../documents/ruleDocuments';
import { language } from '../editorLanguage';
import { pickFrom } from '../input/pickOne';
import type { RunCommand } from './runCommand';

/** `Changebook: Show Rule`: shows a rule's page in the reader's language. Called with a rule's id it asks nothing. */
export const showRule: RunCommand = async (_parts, asked) => {
  const rule = typeof asked === 'string' && ruleById(asked) ? asked : await pickRule();
  if (rule) await showRulePage(rule);
};

/** Offers every rule, those found at the cursor first. */
async function pickRule(): Promise<string | undefined> {
  const here = new Set(rulesAtCursor());
  const items = rules.map(({ id, title }) => ({ label: title[language], description: id }));
  items.sort((a, b) => Number(here.has(b.description)) - Number(here.has(a.description)));
  const placeHolder = vscode.l10n.t('Which rule?');
  const picked = await pickFrom(items, { placeHolder, matchOnDescription: true });
  return picked?.description;
}

function rulesAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  return vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.intersection(editor.selection))
    .flatMap(({ code }) => (typeof code === 'object' ? String(code.value) : []));
}
