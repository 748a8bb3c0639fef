import * as vscode from 'vscode';
import { type CommitFault, faultText } from '../core/actions/commitFaults';
import { refusalText } from '../core/actions/refusals';
import { languageOf } from '../core/model/text/localized';
import type { CommitRequest } from '../node/commit/commitRecords';
import { editorWorkTree } from './editorWorkTree';

/** Where nothing can be committed, and a record is edited like any other file. */
const noCommits = new Set<CommitFault['code']>([
  'noRepository',
  'noProgram',
  'bare',
  'unborn',
  'notCommitted',
]);

/**
 * Makes one commit of what an action does, in open documents and files alike, and tells in one sentence how it ended.
 *
 * @returns `elsewhere` where the records lie in no repository yet, or are not committed in it: nothing was done or told
 */
export async function commitInEditor(
  request: Omit<CommitRequest, 'workTree'>,
  already: string,
): Promise<'done' | 'told' | 'elsewhere'> {
  // Loaded only now: activation and checks need no git.
  const { commitRecords } = await import('../node/commit/commitRecords');
  const outcome = await commitRecords({ ...request, workTree: editorWorkTree() });
  const language = languageOf(vscode.env.language);
  if (outcome.kind === 'committed') {
    vscode.window.setStatusBarMessage(`$(git-commit) ${outcome.subject}`, 6000);
    return 'done';
  }
  if (outcome.kind === 'fault' && noCommits.has(outcome.fault.code) && !outcome.kept) return 'elsewhere';
  if (outcome.kind === 'refused')
    void vscode.window.showWarningMessage(refusalText(outcome.refusal, language));
  else if (outcome.kind === 'fault')
    void vscode.window.showErrorMessage(faultText(outcome.fault, language, outcome.kept));
  else vscode.window.setStatusBarMessage(`$(info) ${already}`, 6000);
  return 'told';
}
