import * as vscode from 'vscode';
import { zoneOrUtc } from '../../core/config/workspaceConfig';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import { draftOf, inputProblem, momentText, slotsForNew } from '../../core/create/planNewChange';
import { durationMinutes } from '../../core/model/time/duration';
import { readMomentAnswer } from '../../core/model/time/momentTexts';
import { changeTypeChoice } from '../../core/model/vocabulary/choices';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import { openRecord } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { noteOf, wantedText } from '../input/askQuestions';
import { NothingChangedError } from '../input/nothingChangedError';
import {
  type Asked,
  askChoice,
  askChoices,
  askLine,
  type Choice,
  type StepPlace,
} from '../input/steppedInput';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { customerChoices, deploymentTypeChoices, environmentChoices } from './changeChoices';
import { type ChangeQuestions, type ChangeStep, withDefaults } from './changeQuestions';
import { releaseStep } from './releaseStep';
import { wishProblemText } from './wishProblemText';

function step<K extends keyof NewChangeInput>(
  name: K,
  ask: (state: ChangeQuestions, place: StepPlace) => Promise<Asked<NewChangeInput[K]>>,
  more: (state: ChangeQuestions) => boolean = () => true,
): ChangeStep {
  return {
    name,
    wanted: (state) => !state.given.has(name) && more(state),
    async ask(state, place) {
      const answer = await ask(state, place);
      if (!answer || answer === 'back') return answer;
      return { value: { ...state, wishes: { ...state.wishes, [name]: answer.value } } };
    },
  };
}

const workspaceStep: ChangeStep = {
  wanted: ({ sure, fromProcedure }) => !sure && !fromProcedure,
  async ask(state, place) {
    const choices = state.sessions.all().map((session) => ({
      label: session.backend.name,
      description: session.root,
      value: session,
    }));
    const answer = await askChoice(place, vscode.l10n.t('In which workspace?'), choices);
    return !answer || answer === 'back' ? answer : { value: { ...state, session: answer.value } };
  },
};

const procedureStep: ChangeStep = {
  name: 'procedure',
  wanted: ({ fromProcedure, given }) => fromProcedure && !given.has('procedure'),
  async ask(state, place) {
    const choices = procedureChoices(state);
    if (choices.length === 0)
      throw new NothingChangedError(vscode.l10n.t('there is no procedure in this workspace'));
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const guessed = choices.find(({ value }) => value.uri.toString() === active);
    const answer = await askChoice(place, vscode.l10n.t('Which procedure does it follow?'), choices, guessed);
    if (!answer || answer === 'back') return answer;
    const procedure = await procedureIn(state.sessions, answer.value.uri);
    if (!procedure) throw new NothingChangedError(vscode.l10n.t('there is no such procedure'));
    const { session } = answer.value;
    return { value: withDefaults({ ...state, session, wishes: { ...state.wishes, procedure } }) };
  },
};

function procedureChoices({
  sessions,
}: ChangeQuestions): Choice<{ session: WorkspaceSession; uri: vscode.Uri }>[] {
  const all = sessions.all().flatMap((session) =>
    [...session.records()]
      .filter(({ summary }) => summary.type === 'procedure' && !summary.retired)
      .map(({ file, summary }) => ({
        label: summary.id ?? file,
        description: summary.version ?? '',
        detail: summary.title,
        value: { session, uri: session.uriOf(file) },
      })),
  );
  return all.sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** The procedure of a file as its document stands; undefined where it is none. */
export async function procedureIn(sessions: Sessions, uri: vscode.Uri): Promise<SourceProcedure | undefined> {
  const opened = await openRecord(sessions, uri);
  return opened?.record.type === 'procedure' ? { file: opened.file, record: opened.record } : undefined;
}

/** Every question, in order; each is asked only where it was not answered in the call. */
export const newChangeSteps: readonly ChangeStep[] = [
  workspaceStep,
  procedureStep,
  releaseStep,
  step('title', ({ session, wishes }, place) => {
    const { file, record } = wishes.procedure ?? {};
    const guessed =
      file === undefined ? '' : (session.entryOf(file)?.summary.title ?? record?.data.title ?? '');
    const problem = (text: string): string | undefined =>
      text.trim() ? undefined : vscode.l10n.t('Write a few words.');
    return askLine(
      place,
      vscode.l10n.t('What is it called?'),
      wishes.title ?? wishes.known?.fields.title ?? guessed,
      { problem },
    );
  }),
  step('changeType', (_, place) => {
    const types = ['normal', 'standard', 'emergency'] as const;
    const choices = types.map((value) => {
      const [es, meaning] = changeTypeChoice.choices[value];
      return { label: language === 'es' ? es : value, description: meaning[language], value };
    });
    return askChoice(place, vscode.l10n.t('What kind of change is it?'), choices);
  }),
  step('deploymentType', ({ session, wishes }, place) => {
    const { choices, guessed } = deploymentTypeChoices(session, wishes.procedure);
    return askChoice(place, vscode.l10n.t('Which type of deployment is it?'), choices, guessed);
  }),
  step(
    'customer',
    ({ session }, place) => askChoice(place, vscode.l10n.t('For which customer?'), customerChoices(session)),
    ({ session }) => session.input().config.customers.size > 0,
  ),
  step(
    'environments',
    ({ session, wishes }, place) =>
      askChoices(place, vscode.l10n.t('Which environments change?'), environmentChoices(session, wishes)),
    ({ session, wishes }) => environmentChoices(session, wishes).length > 0,
  ),
  step('duration', (_, place) => {
    const problem = (text: string): string | undefined =>
      durationMinutes(text.trim()) ? undefined : vscode.l10n.t('Write a duration such as {0}.', '1h30m');
    return askLine(place, vscode.l10n.t('How long does it take?'), '1h', { problem });
  }),
  step('start', askStart),
  step('language', ({ wishes, session }, place) => {
    const record = wishes.procedure?.record;
    const { config } = session.input();
    const guess = record?.data.language ?? record?.language ?? config.data.language;
    const choices = [
      { label: vscode.l10n.t('English'), value: 'en' as const },
      { label: vscode.l10n.t('Spanish'), value: 'es' as const },
    ];
    const guessed = choices.find(({ value }) => value === (guess ?? language));
    return askChoice(place, vscode.l10n.t('In which language?'), choices, guessed);
  }),
];

const offeredSlots = 5;

/** Stands for a start that is written instead of picked. */
const writtenStart = 'written';

/** Asks for the start: a slot, or a moment in words. */
async function askStart(state: ChangeQuestions, place: StepPlace): Promise<Asked<string | undefined>> {
  const { session, wishes } = state;
  const prompt = vscode.l10n.t('When should this change start?');
  const chosen = await askChoice(place, prompt, startChoices(session, wishes));
  if (chosen === 'back' || chosen?.value !== writtenStart) return chosen;
  const written = await askMoment(place, prompt, '', state);
  return written === 'back' ? askStart(state, place) : written;
}

/** Asks for a moment, in words too, in the zone of the change. */
function askMoment(
  place: StepPlace,
  prompt: string,
  guess: string,
  { session, wishes }: ChangeQuestions,
): Promise<Asked<string>> {
  const { config, now } = session.input();
  const at = { now, zone: zoneOrUtc(config, wishes.customer) };
  return askLine(place, prompt, guess, {
    problem: (text) => wantedText(readMomentAnswer(text, at)),
    note: (text) => noteOf(readMomentAnswer(text, at)),
  });
}

function startChoices(session: WorkspaceSession, wishes: NewChangeInput): Choice<string | undefined>[] {
  const input = session.input();
  const later = { label: vscode.l10n.t('Decide later'), value: undefined };
  const problem = inputProblem(wishes, input);
  if (problem) throw new NothingChangedError(wishProblemText(problem));
  const draft = draftOf({ ...wishes, start: undefined }, input);
  const slots = draft ? slotsForNew(draft, input, offeredSlots).slots : [];
  const choices = slots.map(({ start }, index) => {
    const text = momentText(start, wishes, input);
    const weekday = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long' });
    const day = weekday.format(new Date(`${text.slice(0, 10)}T12:00`));
    const next = index === 0 ? ` · ${vscode.l10n.t('the next slot')}` : '';
    return { label: text, description: `${day}${next}`, value: text };
  });
  const own = { label: vscode.l10n.t('Write a moment…'), value: writtenStart };
  return [...choices, own, later];
}
