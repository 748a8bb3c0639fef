import * as vscode from 'vscode';
import type { NewChangePlan } from '../../core/create/planNewChange';
import { NothingChangedError } from '../input/nothingChangedError';
import { askInSteps } from '../input/steppedInput';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { changeArguments, procedureArgument } from './changeArguments';
import { type ChangeQuestions, withDefaults } from './changeQuestions';
import { newChangeSteps, procedureIn } from './newChangeSteps';
import { planInSession } from './planInSession';
import { showNewFile } from './showNewFile';
import { wishProblemText } from './wishProblemText';

/**
 * Asks for what was not given in the call, makes the file of a change and opens it.
 *
 * @param fromProcedure whether the change gets the steps of a procedure, which is asked for where the call names none
 */
export async function makeChange(
  sessions: Sessions,
  asked: unknown,
  fromProcedure: boolean,
): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const args = changeArguments(asked);
  const named = procedureArgument(asked);
  const procedureUri = named === undefined ? undefined : sessions.uriFor(named);
  const { session, sure } = await sessionFor(sessions, procedureUri);
  if (!session) throw new NothingChangedError(vscode.l10n.t('no folder with files on this disk is open'));
  const procedure = procedureUri && (await procedureIn(sessions, procedureUri));
  if (named !== undefined && !procedure)
    throw new NothingChangedError(vscode.l10n.t('there is no such procedure'));
  const start: ChangeQuestions = {
    sessions,
    session,
    sure,
    fromProcedure,
    // Whoever asks for it decides how soon it may start, so that is known before a start is offered.
    wishes: { ...args.wishes, me: await meIn(session), ...(procedure ? { procedure } : {}) },
    given: new Set([...args.given, ...(procedure ? ['procedure' as const] : [])]),
    // A call that says what the change is called knows what it brings.
    tags: fromProcedure && !args.given.has('title') ? await tagsOf(sessions) : new Map(),
  };
  const title = fromProcedure ? vscode.l10n.t('New change from a procedure') : vscode.l10n.t('New change');
  const answered = await askInSteps(title, procedure ? withDefaults(start) : start, newChangeSteps);
  if (!answered) return undefined;
  const me = answered.session === session ? answered.wishes.me : await meIn(answered.session);
  const plan = await planInSession({ ...answered.wishes, me }, answered.session);
  if (!plan.ok) throw new NothingChangedError(wishProblemText(plan.problem));
  return createChange(answered.session, plan);
}

/** Whoever git says makes commits in a workspace, by the name that its people know; undefined where git does not say. */
export async function meIn(session: WorkspaceSession): Promise<string | undefined> {
  const who = await session.git.ownIdentity();
  return who && session.input().config.people.nameOf(who);
}

/** What releases may be told by, where git is. */
async function tagsOf(sessions: Sessions): Promise<Map<WorkspaceSession, readonly string[]>> {
  const all = await Promise.all(
    sessions.all().map(async (session) => [session, (await session.backend.releases?.tags()) ?? []] as const),
  );
  return new Map(all);
}

/** The workspace that is meant: that of the procedure, else of the active editor, else the only one. All have been read. */
export async function sessionFor(
  sessions: Sessions,
  procedure: vscode.Uri | undefined,
): Promise<{ session: WorkspaceSession | undefined; sure: boolean }> {
  const all = sessions.all();
  await Promise.all(all.map((session) => session.loaded()));
  const uri = procedure ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && sessions.sessionOf(uri);
  return { session: place?.session ?? all[0], sure: place !== undefined || all.length < 2 };
}

/** Makes the file of a change and shows it, with its first placeholder selected. */
export async function createChange(
  session: WorkspaceSession,
  { change, text, lost }: NewChangePlan & { readonly ok: true },
): Promise<vscode.Uri> {
  const uri = await showNewFile(session, { file: change.file, text, from: text.indexOf('\n## ') });
  // Known at once, so that the next one gets another id.
  session.updateText(change.file, text);
  if (lost.length > 0) {
    const message = vscode.l10n.t(
      'Look at these links of the procedure, which may lead elsewhere now: {0}',
      lost.join(', '),
    );
    void vscode.window.showWarningMessage(message);
  }
  return uri;
}
