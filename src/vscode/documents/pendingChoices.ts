import * as vscode from 'vscode';
import { stateName } from '../../core/model/vocabulary/stateName';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import { pendingRow } from '../../core/pending/pendingRow';
import type { PlacedRow } from '../../core/pending/pendingView';
import { placeText } from '../../core/pending/placeText';
import { urgentFirst } from '../../core/pending/urgentFirst';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';

/** A record that can be picked; a separator leads nowhere. */
export interface RecordChoice extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** The pending changes as they are offered to pick from: by title, the most urgent first. */
export function pendingChoices(sessions: Sessions): RecordChoice[] {
  const all = sessions.all();
  return all.flatMap((session) => {
    const where = all.length > 1 ? session.backend.name : '';
    return urgentFirst(rowsOf(session), Date.now(), language).flatMap(({ title, rows }) => [
      { label: [title, where].filter(Boolean).join(' · '), kind: vscode.QuickPickItemKind.Separator },
      ...rows.map((placed) => choiceOf(session, placed)),
    ]);
  });
}

function* rowsOf(session: WorkspaceSession) {
  const { config } = session.input();
  for (const entry of session.records()) {
    const row = pendingRow(entry, [], config);
    if (row?.isChange) yield row;
  }
}

function choiceOf(session: WorkspaceSession, { row, when }: PlacedRow): RecordChoice {
  const { id, file, title, status } = row;
  const name = id ?? file;
  return {
    label: title || name,
    description: [when, placeText(row, 'window')].filter(Boolean).join(' · '),
    detail: [name, withSpaces(stateName(status, language))].filter(Boolean).join(' · '),
    uri: session.uriOf(file),
  };
}
