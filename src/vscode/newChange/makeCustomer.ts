import * as vscode from 'vscode';
import { zoneOrUtc } from '../../core/config/workspaceConfig';
import { planNewCustomer } from '../../core/create/planNewCustomer';
import { askQuestions, type InputQuestion } from '../input/askQuestions';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { sessionPicked } from './sessionPicked';
import { showNewFile } from './showNewFile';

/** Asks what every customer has, makes its file of the configuration and opens it. */
export async function makeCustomer(sessions: Sessions, asked: unknown): Promise<vscode.Uri | undefined> {
  const args = commandArguments(asked);
  const session = await sessionPicked(sessions);
  const answers = session && (await askQuestions(vscode.l10n.t('New customer'), args, questionsOf(session)));
  if (!session || !answers) return undefined;
  const { name = '', timezone = '', environments = '' } = answers;
  const plan = planNewCustomer(
    { name, timezone, environments: environmentsIn(environments) },
    session.input().config,
  );
  if (!plan.ok) throw new NothingChangedError(problemText(plan.problem));
  return showNewFile(session, plan);
}

function questionsOf(session: WorkspaceSession): InputQuestion[] {
  const { config } = session.input();
  const zones = new Set(Intl.supportedValuesOf('timeZone'));
  const used = [...config.customers.values()].find(({ environments }) => environments?.length)?.environments;
  return [
    {
      name: 'name',
      prompt: vscode.l10n.t('What is the customer called?'),
      problem: (text) => {
        const plan = planNewCustomer({ name: text, timezone: '', environments: [] }, config);
        return plan.ok ? undefined : problemText(plan.problem);
      },
    },
    {
      name: 'timezone',
      prompt: vscode.l10n.t('In which time zone are its windows?'),
      guess: zoneOrUtc(config, undefined),
      problem: (text) =>
        zones.has(text.trim()) || text.trim() === 'UTC'
          ? undefined
          : vscode.l10n.t('Write a time zone such as {0}.', 'Europe/Madrid'),
    },
    {
      name: 'environments',
      prompt: vscode.l10n.t('Which environments does it have? The first is production; commas between them.'),
      guess: used ? used.map(({ name }) => name).join(', ') : 'PRO',
      problem: (text) => (environmentsIn(text).length > 0 ? undefined : vscode.l10n.t('Write a few words.')),
    },
  ];
}

function environmentsIn(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);
}

function problemText(problem: 'noKey' | 'taken'): string {
  return problem === 'taken'
    ? vscode.l10n.t('there is a customer of this name already')
    : vscode.l10n.t('Write a name with letters or digits.');
}
