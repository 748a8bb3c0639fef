import * as vscode from 'vscode';
import { pendingChoices, type RecordChoice } from '../documents/pendingChoices';
import { pickFrom } from '../input/pickOne';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import type { RunCommand } from './runCommand';

/** `Changebook: Open Record`: that which the command was called with, else one that the user picks by its title or id. */
export const openRecord: RunCommand = async ({ sessions }, asked) => {
  const uri = sessions.uriFor(asked) ?? (await pickRecord(sessions));
  if (uri) await vscode.window.showTextDocument(uri);
};

async function pickRecord(sessions: Sessions): Promise<vscode.Uri | undefined> {
  const pending = pendingChoices(sessions);
  const known = new Set(pending.map(({ uri }) => uri?.toString()));
  const others = sessions.all().flatMap((session) => othersOf(session, known));
  others.sort((a, b) => (a.description < b.description ? 1 : -1));
  const separator = { label: vscode.l10n.t('Other records'), kind: vscode.QuickPickItemKind.Separator };
  const items: RecordChoice[] = [...pending, ...(others.length > 0 ? [separator] : []), ...others];
  const placeHolder = vscode.l10n.t('Which record?');
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await pickFrom(items, options))?.uri;
}

/** What is not pending, by title; the newest ids come first. */
function othersOf(session: WorkspaceSession, known: ReadonlySet<string | undefined>) {
  return Array.from(session.records(), ({ file, summary: { id = file, title } }) => ({
    label: title || id,
    description: id,
    uri: session.uriOf(file),
  })).filter(({ uri }) => !known.has(uri.toString()));
}
