import * as vscode from 'vscode';
import { goesBack } from '../../core/model/parse/goesBack';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { applyEdits, type TextEdit } from '../../core/model/text/edit';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { stateName } from '../../core/model/vocabulary/stateName';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import { calledNotice } from '../../core/notices/calledNotice';
import { commandIds } from '../commandIds';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { nameOf } from '../git/recordAction';
import { showInTurn } from '../input/toastTurns';

/**
 * Offers the notice that people wait for once a change has come into its state, or is rolled back, and that was not
 * sent yet.
 *
 * @param edits of the move, to the change as it was before
 */
export async function offerNotice(target: EditableChange, edits: readonly TextEdit[]): Promise<void> {
  const { record, session, document } = target;
  const moved = parseRecord(applyEdits(record.lines.text, edits).text, { expected: true });
  if (moved?.type !== 'change') return;
  const kind = calledNotice(moved, session.input().config);
  if (!kind) return;
  const notice = noticeKindChoice.choices[kind][1][language];
  const state = withSpaces(stateName(moved.data.status ?? '', language));
  const message = goesBack(moved.data)
    ? vscode.l10n.t('{0} is rolled back, which calls for a notice: {1}.', nameOf(target), notice)
    : vscode.l10n.t('{0} is now in “{1}”, which calls for a notice: {2}.', nameOf(target), state, notice);
  const preview = vscode.l10n.t('Preview notice');
  if ((await showInTurn(() => vscode.window.showInformationMessage(message, preview))) === preview)
    await vscode.commands.executeCommand(commandIds.previewNotice, document.uri, { kind });
}
