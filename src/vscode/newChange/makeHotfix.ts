import * as vscode from 'vscode';
import { firstCommit } from '../../core/actions/firstCommit';
import { hotfixOutlook } from '../../core/create/hotfixOutlook';
import { hotfixProcedure } from '../../core/create/hotfixProcedure';
import { hotfixRequest } from '../../core/create/hotfixRequest';
import type { NewChange } from '../../core/create/newChange';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import type { ParsedRecord, RecordOf } from '../../core/model/parse/record';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import { ruleById } from '../../core/rules/registry';
import { openRecord, openToAct } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { runAction } from '../git/recordAction';
import { NothingChangedError } from '../input/nothingChangedError';
import { type Asked, askChoice, askInSteps, type StepPlace } from '../input/steppedInput';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { changeArguments } from './changeArguments';
import { customerChoices } from './changeChoices';
import type { ChangeQuestions } from './changeQuestions';
import { createChange, meIn, sessionFor } from './makeChange';
import { newChangeSteps } from './newChangeSteps';
import { planInSession } from './planInSession';
import { wishProblemText } from './wishProblemText';

/**
 * Makes an emergency that may be deployed once somebody else approves it, commits it and says what is due afterwards.
 * Asks only for what nobody can know.
 */
export async function makeHotfix(sessions: Sessions, asked: unknown): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const { wishes, given } = changeArguments(asked);
  const { session, sure } = await sessionFor(sessions, undefined);
  if (!session) throw new NothingChangedError(vscode.l10n.t('no folder with files on this disk is open'));
  const start: ChangeQuestions = { sessions, session, sure, fromProcedure: false, wishes, given };
  const answered = await askInSteps(vscode.l10n.t('New emergency fix'), start, hotfixSteps);
  if (!answered) return undefined;
  const request = await completed(answered);
  const plan = await planInSession(request, answered.session);
  if (!plan.ok) throw new NothingChangedError(wishProblemText(plan.problem));
  const uri = await createChange(answered.session, plan);
  const target = await openToAct(sessions, uri);
  const { id, file, title } = plan.change;
  const { config } = answered.session.input();
  const made = target && (await runAction(target, firstCommit({ name: id, file, config }, title)));
  if (made?.outcome === 'committed') tellNext(answered.session, plan.change);
  return uri;
}

/** The questions of every new change that are asked of an emergency: each only while its answer is not known. */
const hotfixSteps = newChangeSteps
  .filter(
    ({ name }) => name === undefined || name === 'title' || name === 'customer' || name === 'environments',
  )
  .map((step) => ({
    ...(step.name === 'customer' ? { ...step, ask: askCustomer } : step),
    wanted: (state: ChangeQuestions) =>
      step.name === undefined ? step.wanted(state) : step.name === gapIn(state, step.name),
  }));

/** An emergency of a team with customers is for one of them. */
async function askCustomer(state: ChangeQuestions, place: StepPlace): Promise<Asked<ChangeQuestions>> {
  const ours = customerChoices(state.session).filter(({ value }) => value !== undefined);
  const answer = await askChoice(place, vscode.l10n.t('For which customer?'), ours);
  if (!answer || answer === 'back') return answer;
  return { value: { ...state, wishes: { ...state.wishes, customer: answer.value } } };
}

/** What is lacking first, where a question about something else is counted before the title is known. */
function gapIn({ session, wishes }: ChangeQuestions, name: string): string | undefined {
  const title = wishes.title ?? (name === 'title' ? undefined : '…');
  const made = hotfixRequest({ ...wishes, title }, session.input(), { me: undefined, read: () => undefined });
  return 'lacks' in made ? made.lacks : undefined;
}

/** The request with the procedure for emergencies and with what was last done in its environment. */
async function completed({ sessions, session, wishes }: ChangeQuestions): Promise<NewChangeInput> {
  const input = session.input();
  const procedure = await procedureIn(sessions, session);
  const me = await meIn(session);
  const changes = new Map<string, RecordOf<'change'> | undefined>();
  for (;;) {
    let missing: string | undefined;
    const read = (file: string): RecordOf<'change'> | undefined => {
      if (!changes.has(file)) missing ??= file;
      return changes.get(file);
    };
    const made = hotfixRequest({ ...wishes, procedure }, input, { me, read });
    if (missing === undefined && 'lacks' in made)
      throw new NothingChangedError(
        vscode.l10n.t('it has to be known what fails, in which environment, and for which customer'),
      );
    if (missing === undefined && !('lacks' in made)) return made.request;
    // Documents are read one after the other, since the last change that was done is nearly always enough.
    const record = missing === undefined ? undefined : await recordIn(sessions, session, missing);
    changes.set(missing ?? '', record?.type === 'change' ? record : undefined);
  }
}

async function procedureIn(
  sessions: Sessions,
  session: WorkspaceSession,
): Promise<SourceProcedure | undefined> {
  const { index } = session.input();
  const records = new Map<string, ParsedRecord | undefined>();
  for (const { file, summary } of index.all())
    if (summary.type === 'procedure') records.set(file, await recordIn(sessions, session, file));
  return hotfixProcedure(index, (file) => records.get(file)).procedure;
}

async function recordIn(
  sessions: Sessions,
  session: WorkspaceSession,
  file: string,
): Promise<ParsedRecord | undefined> {
  return (await openRecord(sessions, session.uriOf(file)))?.record;
}

function tellNext(session: WorkspaceSession, change: NewChange): void {
  const { shut, due, roles } = hotfixOutlook(change, session.input(), language);
  const names = [...new Set(due.map(({ rule }) => ruleById(rule)?.title[language] ?? rule))];
  const sentences = [
    vscode.l10n.t('{0} waits for the approval of somebody else.', change.id),
    ...roles.each.flatMap(({ role, holders }) =>
      holders.length > 0 ? [`${role}: ${holders.join(', ')}.`] : [],
    ),
    ...shut.map(({ message }) => message),
    ...(names.length > 0 ? [vscode.l10n.t('Due before it is done: {0}', names.join(', '))] : []),
  ];
  // With a button the whole message is shown at once, not its first words.
  const problems = vscode.l10n.t('Show Problems');
  const tell = shut.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  void tell(sentences.join(' '), problems).then((answer) => {
    if (answer === problems) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
