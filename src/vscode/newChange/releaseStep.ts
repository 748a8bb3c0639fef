import * as vscode from 'vscode';
import { languageOf } from '../../core/create/planNewChange';
import type { ReleaseWish } from '../../node/release/knownFromGit';
import { askChoice, type Choice } from '../input/steppedInput';
import type { ChangeStep } from './changeQuestions';

/** Tags that are offered. */
const mostTags = 30;

/** Asks for the release that a change brings, which git then knows components, changelog and tickets of. */
export const releaseStep: ChangeStep = {
  wanted: ({ fromProcedure, given, tags, session }) =>
    fromProcedure && !given.has('known') && (tags?.get(session)?.length ?? 0) > 0,
  async ask(state, place) {
    const { session, tags, wishes } = state;
    const listed = (tags?.get(session) ?? []).slice(0, mostTags);
    const choices: Choice<ReleaseWish | undefined>[] = [
      { label: vscode.l10n.t('No release from git'), value: undefined },
      { label: vscode.l10n.t('What came since the last tag'), value: { sinceTag: undefined } },
      ...listed.map((tag) => ({ label: vscode.l10n.t('From tag {0}', tag), value: { fromTag: tag } })),
    ];
    const answer = await askChoice(place, vscode.l10n.t('Which release does it bring?'), choices);
    if (!answer || answer === 'back') return answer;
    if (!answer.value) return { value: state };
    const { config } = session.input();
    const known = await session.backend.releases?.known(answer.value, config, languageOf(wishes, config));
    if (!known) void vscode.window.showWarningMessage(vscode.l10n.t('git knows nothing of that release.'));
    return { value: { ...state, wishes: { ...wishes, known } } };
  },
};
