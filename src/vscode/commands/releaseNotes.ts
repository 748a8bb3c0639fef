import * as vscode from 'vscode';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { releaseMarkdown } from '../../core/releaseNotes/releaseMarkdown';
import { changeFor, type EditableChange } from '../documents/editableRecord';
import { ReleaseDocuments } from '../documents/releaseDocuments';
import { releaseOf } from '../documents/releaseOf';
import { NothingChangedError } from '../input/nothingChangedError';
import type { Sessions } from '../session/sessions';

/** `Changebook: Show Release Notes`: as a document from which notes and commands can be copied. Gives its address. */
export async function showReleaseNotes(sessions: Sessions, asked: unknown): Promise<vscode.Uri | undefined> {
  const target = await changeOf(sessions, asked);
  if (!target) return undefined;
  const uri = ReleaseDocuments.uriOf(target);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
  return uri;
}

/** `Changebook: Copy Release Notes`: in the language of those who read of the change. */
export async function copyReleaseNotes(sessions: Sessions, asked: unknown): Promise<void> {
  const target = await changeOf(sessions, asked);
  if (!target) return;
  const { entry } = await releaseOf(sessions, target);
  const language = noticeLanguage(target.record, target.session.input().config);
  await vscode.env.clipboard.writeText(releaseMarkdown(entry, language));
}

/** `Changebook: Copy Release Commands`: those that make branch and tag; nothing runs them. */
export async function copyReleaseCommands(sessions: Sessions, asked: unknown): Promise<void> {
  const target = await changeOf(sessions, asked);
  if (!target) return;
  const { commands, refused } = (await releaseOf(sessions, target)).commands;
  if (commands.length === 0)
    throw new NothingChangedError(
      refused[0] ??
        vscode.l10n.t(
          'there is nothing to make: the change names no version, tag or branch, or they are there already',
        ),
    );
  await vscode.env.clipboard.writeText(`${commands.join('\n')}\n`);
}

/** The change that is asked for; of notes that are being read, theirs. */
function changeOf(sessions: Sessions, asked: unknown): Promise<EditableChange | undefined> {
  const read = ReleaseDocuments.recordOf(vscode.window.activeTextEditor?.document.uri);
  return changeFor(
    sessions,
    asked instanceof vscode.Uri ? (ReleaseDocuments.recordOf(asked) ?? asked) : (asked ?? read),
  );
}
