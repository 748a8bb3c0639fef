import * as vscode from 'vscode';
import { extractProcedure as extracting } from '../../core/adopt/extractProcedure';
import { titleOf } from '../../core/index/summarise';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { changeFor, openRecord } from '../documents/editableRecord';
import { nameOf } from '../git/recordAction';
import { askQuestions } from '../input/askQuestions';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import type { RunCommand } from './runCommand';

/** `Changebook: Extract Procedure…`: makes a procedure of a change, with its steps, all of them open. */
export const extractProcedure: RunCommand = async ({ sessions }, asked, more) => {
  if (!vscode.workspace.isTrusted) return undefined;
  const args = commandArguments(asked, more);
  const target = await changeFor(sessions, args.record, 1);
  if (!target) return undefined;
  const { session, file, record } = target;
  const prompt = vscode.l10n.t('What is the procedure called?');
  const answers = await askQuestions(vscode.l10n.t('Procedure of {0}', nameOf(target)), args, [
    { name: 'title', prompt, guess: titleOf(record) },
  ]);
  if (!answers) return undefined;
  const input = session.input();
  const summary = session.entryOf(file)?.summary;
  const followed = summary && procedureOf(summary, input.index);
  const opened = followed && (await openRecord(sessions, session.uriOf(followed.file)));
  const procedure = opened?.record.type === 'procedure' ? opened.record : undefined;
  const plan = extracting({ file, record, procedure }, { title: answers.title }, input);
  if (plan === 'noSteps') throw new NothingChangedError(vscode.l10n.t('{0} has no steps', nameOf(target)));
  if (plan === 'noId')
    throw new NothingChangedError(vscode.l10n.t('the pattern of the configuration takes no new id'));
  const uri = session.uriOf(plan.file);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: Buffer.from(plan.text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new NothingChangedError(vscode.l10n.t('{0} cannot be made; is it there already?', plan.file));
  // Known at once, so that the next one gets another id.
  session.updateText(plan.file, plan.text);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return uri;
};
