import * as vscode from 'vscode';
import { commitMessage } from '../../core/actions/commitMessage';
import { firstCommit } from '../../core/actions/firstCommit';
import { recordFor } from '../documents/editableRecord';
import { type ActionResult, commitInEditor } from '../git/commitInEditor';
import { nameOf } from '../git/recordAction';
import { NothingChangedError } from '../input/nothingChangedError';
import { saidWords } from '../input/saidWords';
import type { Sessions } from '../session/sessions';

/** `Changebook: Commit Record`: a new record's first commit, of that one file and nothing else. */
export async function commitRecord(sessions: Sessions, asked: unknown): Promise<ActionResult | undefined> {
  const target = await recordFor(sessions, saidWords(asked).record);
  if (!target) return undefined;
  const { document, session, record } = target;
  // What goes in is what the editor shows.
  if (document.isDirty && !(await document.save()))
    throw new NothingChangedError(vscode.l10n.t('the record cannot be saved'));
  const { data } = session.input().config;
  const title = session.entryOf(target.file)?.summary.title ?? record.data.title;
  const { change, parts } = firstCommit(title);
  const name = nameOf(target);
  return commitInEditor(
    {
      files: [{ path: document.uri.fsPath, change, isNew: true }],
      message: () => commitMessage({ record: name, ...parts }, data.language ?? 'en', data.commit?.subject),
    },
    {
      ...{ session, uri: document.uri },
      already: vscode.l10n.t('{0} is committed already; Source Control commits what was edited since.', name),
    },
  );
}
