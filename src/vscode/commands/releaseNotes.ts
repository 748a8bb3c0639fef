import * as vscode from 'vscode';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { releaseMarkdown } from '../../core/releaseNotes/releaseMarkdown';
import { changeOfNotes, notesOf } from '../documents/releaseDocuments';
import { releaseOf } from '../documents/releaseOf';
import { NothingChangedError } from '../input/nothingChangedError';
import type { RunCommand } from './runCommand';

/** `Changebook: Show Release Notes`: as a document from which notes and commands can be copied. Gives its address. */
export const showReleaseNotes: RunCommand = async ({ sessions }, asked) => {
  const target = await changeOfNotes(sessions, asked);
  if (!target) return undefined;
  const uri = notesOf(target);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
  return uri;
};

/** `Changebook: Copy Release Notes`: in the language of those who read of the change. */
export const copyReleaseNotes: RunCommand = async ({ sessions }, asked) => {
  const target = await changeOfNotes(sessions, asked);
  if (!target) return;
  const { entry } = await releaseOf(sessions, target);
  const written = noticeLanguage(target.record, target.session.input().config);
  await vscode.env.clipboard.writeText(releaseMarkdown(entry, written));
};

/** `Changebook: Copy Release Commands`: those that make branch and tag; nothing runs them. */
export const copyReleaseCommands: RunCommand = async ({ sessions }, asked) => {
  const target = await changeOfNotes(sessions, asked);
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
};
