import * as vscode from 'vscode';
import { planNewRecord } from '../../core/create/planNewRecord';
import { idsElsewhere } from '../../node/idsElsewhere';
import { language } from '../editorLanguage';
import { askQuestions, type InputQuestion } from '../input/askQuestions';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { customerChoices } from './changeChoices';
import { meIn } from './makeChange';
import { tellUnseen } from './planInSession';
import { sessionPicked } from './sessionPicked';
import { showNewFile } from './showNewFile';
import { wishProblemText } from './wishProblemText';

/** Asks what a new procedure or ticket is called and for whom it is, makes its file and opens it. */
export async function makeRecord(
  sessions: Sessions,
  type: 'procedure' | 'ticket',
  asked: unknown,
): Promise<vscode.Uri | undefined> {
  const args = commandArguments(asked);
  const session = await sessionPicked(sessions);
  if (!session) return undefined;
  const title = type === 'procedure' ? vscode.l10n.t('New procedure') : vscode.l10n.t('New ticket');
  const answers = await askQuestions(title, args, questionsOf(type, session));
  if (!answers) return undefined;
  const own = new Set([...session.records()].map(({ file }) => file));
  const elsewhere = await idsElsewhere(session.root, own);
  const input = { ...session.input(), elsewhere };
  const me = type === 'ticket' ? await meIn(session) : undefined;
  const plan = planNewRecord(
    type,
    {
      title: answers.title,
      customer: answers.customer || undefined,
      language: input.config.data.language ?? language,
      requestedBy: me,
    },
    input,
  );
  if (!plan.ok) throw new NothingChangedError(wishProblemText(plan.problem));
  if (!elsewhere.complete) tellUnseen(plan.id);
  const { file, text } = plan;
  const uri = await showNewFile(session, { file, text, from: text.indexOf('\n# ') });
  // Known at once, so that the next one gets another id.
  session.updateText(file, text);
  return uri;
}

function questionsOf(type: 'procedure' | 'ticket', session: WorkspaceSession): InputQuestion[] {
  const { config } = session.input();
  const title = { name: 'title', prompt: vscode.l10n.t('What is it called?') };
  if (type === 'procedure' || config.customers.size === 0) return [title];
  const choices = customerChoices(session).map((own) => ({ ...own, value: own.value ?? '' }));
  return [title, { name: 'customer', prompt: vscode.l10n.t('For which customer?'), choices }];
}
