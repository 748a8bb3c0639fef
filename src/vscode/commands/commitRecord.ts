import * as vscode from 'vscode';
import { firstCommit } from '../../core/actions/firstCommit';
import { recordFor } from '../documents/editableRecord';
import { nameOf, runAction } from '../git/recordAction';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import type { RunCommand } from './runCommand';

/** `Changebook: Commit Record`: a new record's first commit, of that one file and nothing else. */
export const commitRecord: RunCommand = async ({ sessions }, asked) => {
  const target = await recordFor(sessions, commandArguments(asked).record);
  if (!target) return undefined;
  const { document, session, record } = target;
  // What goes in is what the editor shows.
  if (document.isDirty && !(await document.save()))
    throw new NothingChangedError(vscode.l10n.t('the record cannot be saved'));
  const { config } = session.input();
  const title = session.entryOf(target.file)?.summary.title ?? record.data.title;
  return runAction(target, firstCommit({ name: nameOf(target), file: target.file, config }, title));
};
