import * as vscode from 'vscode';
import type { ApprovedRecord } from '../../core/approvals/approvedContent';
import { forCustomer } from '../../core/config/forCustomer';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../../core/model/parse/record';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickOne } from '../input/pickOne';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { pendingChoices } from './pendingChoices';

/** A record of a workspace as its document stands now; `version` tells whether it has changed since. */
export interface EditableRecord {
  readonly session: WorkspaceSession;
  readonly file: string;
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly record: ParsedRecord;
}

/** A change of a workspace, as its document stands now. */
export type EditableChange = EditableRecord & { readonly record: RecordOf<'change'> };

/** Opens the record of a file without showing it; undefined where it is no record of a workspace. */
export async function openRecord(sessions: Sessions, uri: vscode.Uri): Promise<EditableRecord | undefined> {
  const place = sessions.sessionOf(uri);
  if (!place) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  const read = parseRecord(document.getText());
  if (!read) return undefined;
  const record = forCustomer(read, place.session.input().config);
  return { ...place, document, version: document.version, record };
}

/**
 * The same for an action, which is judged by what stands there now and not by what was checked last. While the workspace
 * is read for the first time the rows of the last time are shown, but nothing is judged by the few records known so far.
 */
export async function openToAct(sessions: Sessions, uri: vscode.Uri): Promise<EditableRecord | undefined> {
  const session = sessions.sessionOf(uri)?.session;
  if (session && !session.isRead) await session.loaded();
  const target = await openRecord(sessions, uri);
  target?.session.updateText(target.file, target.document.getText());
  return target;
}

/**
 * Finds the change that a command is about: the file or id that it was called with, else that of the active editor,
 * else one that the user picks among the pending ones.
 *
 * @param more how many questions follow at least
 */
export async function changeFor(
  sessions: Sessions,
  asked: unknown,
  more?: number,
): Promise<EditableChange | undefined> {
  const named = await recordFor(sessions, asked);
  if (named && isChange(named)) return named;
  if (named && asked !== undefined)
    throw new NothingChangedError(vscode.l10n.t('{0} is not a change', named.record.data.id ?? named.file));
  const picked = await pickPending(sessions, more);
  const chosen = picked && (await openToAct(sessions, picked));
  return chosen && isChange(chosen) ? chosen : undefined;
}

/** The same for a decision: a procedure with standard changes is decided on as well. */
export async function approvableFor(
  sessions: Sessions,
  asked: unknown,
  more?: number,
): Promise<(EditableRecord & { readonly record: ApprovedRecord }) | undefined> {
  const named = await recordFor(sessions, asked);
  if (named?.record.type !== 'procedure') return changeFor(sessions, asked, more);
  if (named.record.data.standard) return { ...named, record: named.record };
  throw new NothingChangedError(
    vscode.l10n.t('{0} has no “standard” to approve', named.record.data.id ?? named.file),
  );
}

/** The record that a command was called with, else that of the active editor; undefined where that holds none. */
export async function recordFor(sessions: Sessions, asked: unknown): Promise<EditableRecord | undefined> {
  const uri = sessions.uriFor(asked) ?? (asked === undefined ? activeUri() : undefined);
  const named = uri && (await openToAct(sessions, uri));
  if (named || asked === undefined) return named;
  throw new NothingChangedError(
    vscode.l10n.t('there is no record “{0}”', asked instanceof vscode.Uri ? asked.path : String(asked)),
  );
}

/** The same; where none is named or open, one that the user picks among the pending changes. */
export async function recordOrPicked(
  sessions: Sessions,
  asked: unknown,
  more?: number,
): Promise<EditableRecord | undefined> {
  const named = await recordFor(sessions, asked);
  if (named) return named;
  const picked = await pickPending(sessions, more);
  return picked && openToAct(sessions, picked);
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

/** Whether a record is a change. */
export function isChange(target: EditableRecord): target is EditableChange {
  return target.record.type === 'change';
}

async function pickPending(sessions: Sessions, more?: number): Promise<vscode.Uri | undefined> {
  const items = pendingChoices(sessions);
  const none = vscode.l10n.t('There is no pending change in this workspace.');
  const placeHolder = vscode.l10n.t('Which change?');
  const options = { placeHolder, more, matchOnDetail: true, matchOnDescription: true };
  return (await pickOne(items, none, options))?.uri;
}
