import * as vscode from 'vscode';
import { commitEdits } from '../../core/actions/commitEdits';
import { firstCommit } from '../../core/actions/firstCommit';
import type { RenamedFrom } from '../../node/commit/renamedFrom';
import { type EditableRecord, recordFor, recordOrPicked } from '../documents/editableRecord';
import { committedHere } from '../git/committedHere';
import { actedOn, nameOf, runAction } from '../git/recordAction';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import type { RunCommand } from './runCommand';

/** `Changebook: Commit Record`: a new record's first commit, or one of its edits; of that one file and nothing else. */
export const commitRecord: RunCommand = async ({ sessions }, asked) => {
  const target = await recordOrPicked(sessions, commandArguments(asked).record);
  if (!target) return undefined;
  const { document, session, record } = target;
  // What goes in is what the editor shows.
  if (document.isDirty && !(await document.save()))
    throw new NothingChangedError(vscode.l10n.t('the record cannot be saved'));
  const committed = await committedHere(target);
  const saved = committed === undefined ? undefined : await recordFor(sessions, document.uri);
  if (committed !== undefined && saved) return runAction(saved, commitEdits(actedOn(saved), committed));
  const { config } = session.input();
  const title = session.entryOf(target.file)?.summary.title ?? record.data.title;
  const about = { name: nameOf(target), file: target.file, config };
  return runAction(target, firstCommit(about, title, await earlierName(target)));
};

/** The name that the record has in the last commit, where it got another one since. */
async function earlierName({ session, file }: EditableRecord): Promise<RenamedFrom | undefined> {
  if (!vscode.workspace.isTrusted || !session.backend.onDisk) return undefined;
  const { renamedFrom } = await import('../../node/commit/renamedFrom');
  return renamedFrom(session.root, file);
}
