import * as vscode from 'vscode';
import { commitMessage } from '../../core/actions/commitMessage';
import type { RecordAction } from '../../core/actions/recordAction';
import { applyTextEdits, type EditableRecord } from '../documents/editableRecord';
import { NothingChangedError } from '../input/nothingChangedError';
import { type ActionResult, commitInEditor } from './commitInEditor';

/** How a record is named in sentences and commits. */
export function nameOf({ record, file }: EditableRecord): string {
  return record.data.id ?? file;
}

/**
 * Takes an action on one record, as one commit.
 *
 * @param options.orEdit where nothing can be committed the record is only edited
 */
export async function commitAction(
  target: EditableRecord,
  { change, parts }: RecordAction,
  options: { readonly already: string; readonly orEdit?: boolean },
): Promise<ActionResult | undefined> {
  if (!(await readyToCommit(target.document))) return undefined;
  const { data } = target.session.input().config;
  const record = nameOf(target);
  const { uri } = target.document;
  return commitInEditor(
    {
      files: [{ path: uri.fsPath, change }],
      message: () => commitMessage({ record, ...parts }, data.language ?? 'en', data.commit?.subject),
    },
    {
      ...{ session: target.session, uri, already: options.already },
      ...(options.orEdit ? { editOnly: () => editOnly(target, change) } : {}),
    },
  );
}

/** Writes the change where nothing can be committed, and says so. */
async function editOnly({ document }: EditableRecord, change: RecordAction['change']): Promise<string> {
  const plan = change.plan(document.getText(), 'workTree');
  if ('refusal' in plan) throw new NothingChangedError(vscode.l10n.t('its front matter cannot be edited'));
  if (!(await applyTextEdits([{ document, edits: plan.edits }])))
    throw new NothingChangedError(vscode.l10n.t('the editor refused the edit'));
  return vscode.l10n.t('Written; the record is not committed yet, so there is no commit of it.');
}

/**
 * Lets git's own setting decide about unsaved work: where it asks, the record is saved first, or nothing is done. Of a
 * record that is saved or not, only the action itself is committed.
 */
export async function readyToCommit(document: vscode.TextDocument): Promise<boolean> {
  if (!document.isDirty) return true;
  const setting = vscode.workspace
    .getConfiguration('git', document.uri)
    .get<string>('promptToSaveFilesBeforeCommit', 'always');
  // What is staged is not committed here, so only the first of its three values asks.
  if (setting !== 'always') return true;
  const save = vscode.l10n.t('Save and go on');
  const sentence = vscode.l10n.t(
    'The record has unsaved changes. Save them first; only the action itself is committed.',
  );
  if ((await vscode.window.showWarningMessage(sentence, save)) !== save) return false;
  return document.save();
}
