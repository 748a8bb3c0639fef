import * as vscode from 'vscode';
import type { ActedOn, PlannedAction } from '../../core/actions/action';
import type { EditableRecord } from '../documents/editableRecord';
import { applyTextEdits } from '../documents/textEdits';
import { language } from '../editorLanguage';
import { NothingChangedError } from '../input/nothingChangedError';
import { type ActionResult, commitInEditor } from './commitInEditor';
import { stepTurns } from './turns';

/** How a record is named in sentences and commits. */
export function nameOf({ record, file }: EditableRecord): string {
  return record.data.id ?? file;
}

/** A record as its document stands now, to be acted on. */
export function actedOn<T extends EditableRecord>({ record, file, session }: T): ActedOn<T['record']> {
  return { record, file, input: session.input() };
}

/**
 * Runs a planned action on a record, as one commit.
 *
 * @param editOnly edits the record where nothing can be committed, and says that it did; without it that is refused
 */
export async function runAction(
  target: EditableRecord,
  { files, beside = [], message, already }: PlannedAction,
  editOnly?: () => Promise<string>,
): Promise<ActionResult | undefined> {
  const { session, document } = target;
  if (!(await readyToCommit(document))) return undefined;
  return commitInEditor(
    {
      files: files.map(({ file, movesTo, ...change }) => {
        const moved = movesTo ? { movesTo: session.uriOf(movesTo).fsPath } : {};
        return { path: session.uriOf(file).fsPath, ...moved, ...change };
      }),
      beside: beside.map((file) => ({ root: session.root, ...file })),
      message,
    },
    {
      session,
      uri: document.uri,
      already: (already.inEditor ?? already.sentence)[language],
      ...(editOnly ? { editOnly } : {}),
    },
  );
}

/** Writes an action into the record alone, where nothing can be committed, and says so. */
export async function editRecord({ document }: EditableRecord, { files }: PlannedAction): Promise<string> {
  const plan = files[0]?.change.plan(document.getText(), 'workTree');
  if (!plan || 'refusal' in plan)
    throw new NothingChangedError(vscode.l10n.t('its front matter cannot be edited'));
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
  stepTurns.passOn();
  const save = vscode.l10n.t('Save and go on');
  const sentence = vscode.l10n.t(
    'The record has unsaved changes. Save them first; only the action itself is committed.',
  );
  if ((await vscode.window.showWarningMessage(sentence, save)) !== save) return false;
  return document.save();
}
