import * as vscode from 'vscode';
import { placeOf } from '../../core/findings/places';
import { openRecord } from '../documents/editableRecord';
import { toRange } from '../language/toDiagnostic';
import type { Sessions } from '../session/sessions';

/** Opens the record of a bar beside the calendar, where its window is written. */
export async function openBar(sessions: Sessions, key: string): Promise<void> {
  const [, at = '', file = ''] = /^(\d{1,4}):(.+)$/s.exec(key) ?? [];
  const session = sessions.all()[Number(at)];
  // Only what is a record opens, whatever the page says.
  if (!session?.entryOf(file)) return;
  const target = await openRecord(sessions, session.uriOf(file));
  if (!target) return;
  const { record, document } = target;
  const selection = toRange(record.lines.rangeAt(placeOf(record, ['schedule', 'start'])));
  const viewColumn = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { selection, viewColumn, preview: true });
}
