import * as vscode from 'vscode';
import { changeOfNotes } from '../documents/releaseDocuments';
import { releaseOf } from '../documents/releaseOf';
import { NothingChangedError } from '../input/nothingChangedError';
import type { RunCommand } from './runCommand';

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
