import * as vscode from 'vscode';
import { trailNow, WentBack } from './wayBack';

/** Where in a series of questions one stands, from 1. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  /** How many there are; it is shown where there is more than one. */
  readonly totalSteps: number;
}

/** What came of a question: an answer, the wish to go back, or undefined where the user gave up. */
export type Asked<T> = { readonly value: T } | 'back' | undefined;

/** One question of a series: `state` is what is known before and after it. */
export interface InputStep<State> {
  /** Whether it has to be asked, by what is known so far. */
  wanted(state: State): boolean;
  ask(state: State, place: StepPlace): Promise<Asked<State>>;
}

/** Asks one question after the other, with a way back to each; undefined when the user gives up. */
export async function askInSteps<State>(
  title: string,
  initial: State,
  steps: readonly InputStep<State>[],
): Promise<State | undefined> {
  const history: { index: number; state: State }[] = [];
  const trail = trailNow();
  let state = initial;
  for (let index = 0; index < steps.length; ) {
    const step = steps[index];
    if (!step?.wanted(state)) {
      index++;
      continue;
    }
    const later = steps.slice(index + 1).filter((other) => other.wanted(state)).length;
    const asked = trail.before + history.length + 1;
    const place = { title, step: asked, totalSteps: asked + later };
    const answer = await step.ask(state, place);
    if (!answer) return undefined;
    if (answer === 'back') {
      const before = history.pop();
      // What lies before was asked elsewhere in the command.
      if (!before) throw new WentBack(trail);
      ({ index, state } = before);
      continue;
    }
    history.push({ index, state });
    state = answer.value;
    index++;
  }
  return state;
}

/** An item with what choosing it means. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of several choices; the one that is guessed stands ready. */
export function askChoice<T>(
  place: StepPlace,
  placeholder: string,
  choices: readonly Choice<T>[],
  guessed?: Choice<T>,
): Promise<Asked<T>> {
  const picker = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(picker, { placeholder, items: choices, matchOnDescription: true, matchOnDetail: true });
  if (guessed) picker.activeItems = [guessed];
  return shown(picker, place, () => {
    const [chosen] = picker.selectedItems;
    return chosen && { value: chosen.value };
  });
}

/** Asks for any number of choices; those that are guessed are ticked. */
export function askChoices<T>(
  place: StepPlace,
  placeholder: string,
  choices: readonly Choice<T>[],
): Promise<Asked<readonly T[]>> {
  const picker = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(picker, { placeholder, items: choices, canSelectMany: true });
  picker.selectedItems = choices.filter(({ picked }) => picked);
  return shown(picker, place, () => ({ value: picker.selectedItems.map(({ value }) => value) }));
}

/** What is said of a text while it is typed. */
interface LineWords {
  /** What is wrong with it. */
  problem(text: string): string | undefined;
  /** What it is taken as. */
  note?(text: string): string | undefined;
  /** What may be attached instead. */
  readonly attach?: { readonly tooltip: string; run(): Promise<string | undefined> } | undefined;
}

/** Asks for a text, which is looked at as it is typed. */
export function askLine(
  place: StepPlace,
  prompt: string,
  value: string,
  { problem, note, attach }: LineWords,
): Promise<Asked<string>> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { prompt, value });
  box.onDidChangeValue((text) => {
    const taken = problem(text) === undefined ? note?.(text) : undefined;
    const severity = vscode.InputBoxValidationSeverity.Info;
    box.validationMessage = taken ? { message: taken, severity } : (problem(text) ?? '');
  });
  const answer = () => {
    const wrong = problem(box.value);
    if (wrong) box.validationMessage = wrong;
    return wrong ? undefined : { value: box.value.trim() };
  };
  const button = attach && {
    iconPath: new vscode.ThemeIcon('file-add'),
    tooltip: attach.tooltip,
    press: async () => {
      const value = await attach.run();
      return value === undefined ? undefined : { value };
    },
  };
  return shown(box, place, answer, button);
}

/** A button whose press may be an answer. */
interface AnswerButton<T> extends vscode.QuickInputButton {
  press(): Promise<{ readonly value: T } | undefined>;
}

/** @param answer what was chosen; undefined where that is no answer, and the question stays */
function shown<T>(
  input: Pick<
    vscode.InputBox,
    | 'title'
    | 'step'
    | 'totalSteps'
    | 'buttons'
    | 'show'
    | 'dispose'
    | 'onDidAccept'
    | 'onDidHide'
    | 'onDidTriggerButton'
  >,
  { title, step, totalSteps }: StepPlace,
  answer: () => { readonly value: T } | undefined,
  button?: AnswerButton<T>,
): Promise<Asked<T>> {
  const counted = totalSteps > 1 ? { step, totalSteps } : {};
  Object.assign(input, { title, ...counted, ignoreFocusOut: true });
  input.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...(button ? [button] : [])];
  return new Promise((resolve) => {
    // Where the dialog of a button is drawn in the same place, that hides the question.
    let isAway = false;
    const end = (value: Asked<T>): void => {
      resolve(value);
      input.dispose();
    };
    input.onDidAccept(() => {
      const value = answer();
      if (value) end(value);
    });
    input.onDidTriggerButton((pressed) => {
      if (pressed !== button) return end('back');
      isAway = true;
      // A dialog that fails is as good as one that was closed.
      const answered = button.press().catch(() => undefined);
      void answered.then((value) => {
        isAway = false;
        if (value) end(value);
        else input.show();
      });
    });
    input.onDidHide(() => {
      if (!isAway) end(undefined);
    });
    input.show();
  });
}
