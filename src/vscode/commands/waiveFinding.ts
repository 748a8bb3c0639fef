import * as vscode from 'vscode';
import { addListItem } from '../../core/edits/addListItem';
import { languageOf } from '../../core/model/text/localized';
import { ruleById } from '../../core/rules/registry';
import { askText } from '../askText';
import { applyTextEdits, openRecord } from '../editableRecord';
import type { Sessions } from '../sessions';

/** Adds a waiver of a rule to a record, asking who answers for it and why. Called by a quick fix. */
export async function waiveFinding(sessions: Sessions, uri: unknown, rule: unknown): Promise<void> {
  const target = uri instanceof vscode.Uri ? await openRecord(sessions, uri) : undefined;
  const known = typeof rule === 'string' ? ruleById(rule) : undefined;
  if (!target || !known) return;
  const title = known.title[languageOf(vscode.env.language)];
  const by = await askText({
    title,
    prompt: vscode.l10n.t('Who answers for it? (1/2)'),
    value: target.session.lastPerson,
  });
  const reason = by && (await askText({ title, prompt: vscode.l10n.t('Why is it acceptable? (2/2)') }));
  if (!by || !reason) return;
  target.session.lastPerson = by;
  if (target.document.version !== target.version)
    throw new Error(vscode.l10n.t('the record changed meanwhile; try again'));
  const edits = addListItem(target.record, 'waivers', { rule: known.id, by, reason });
  if (!edits) throw new Error(vscode.l10n.t('its front matter cannot be edited'));
  // Left unsaved, as any quick fix: the author looks at it and saves.
  const done = await applyTextEdits([{ document: target.document, edits }], false);
  if (!done) throw new Error(vscode.l10n.t('the editor refused the edit'));
}
