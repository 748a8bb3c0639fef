import * as vscode from 'vscode';
import { type CommandArguments, commandArguments } from './commandArguments';
import { NothingChangedError } from './nothingChangedError';
import { askChoice, askInSteps, askLine, type Choice, type InputStep } from './steppedInput';

/** One word or sentence that a command needs. */
export interface InputQuestion {
  readonly name: string;
  readonly prompt: string;
  /** What is guessed: a text to be edited, or the choice that stands ready. */
  readonly guess?: string | undefined;
  /** Choices to pick from; without them a text is written. */
  readonly choices?: readonly Choice<string>[];
  /** What is wrong with a text; by default it may not be blank. */
  problem?(text: string): string | undefined;
}

export type Answers = { readonly [name: string]: string };

/** Asks for what was not given in the call, in steps with a way back; undefined when the user gives up. */
export async function askQuestions(
  title: string,
  args: CommandArguments,
  questions: readonly InputQuestion[],
): Promise<Answers | undefined> {
  const given: { [name: string]: string } = {};
  for (const question of questions) {
    const text = args.text(question.name);
    if (text === undefined) continue;
    const problem = problemOf(question, text);
    if (problem) throw new NothingChangedError(`${question.name}: ${problem}`);
    given[question.name] = text;
  }
  const steps = questions.filter(({ name }) => !Object.hasOwn(given, name)).map(stepFor);
  return askInSteps<Answers>(title, given, steps);
}

/** Asks for one text, which is guessed; undefined where the user gives up. */
export async function askText(title: string, prompt: string, guess: string): Promise<string | undefined> {
  const asked = await askQuestions(title, commandArguments(undefined), [{ name: 'text', prompt, guess }]);
  return asked?.text?.trim();
}

function stepFor(question: InputQuestion): InputStep<Answers> {
  const { name, prompt, choices, guess = '' } = question;
  return {
    wanted: () => true,
    async ask(words, place) {
      const guessed = choices?.find(({ value }) => value === guess);
      const answer = choices
        ? await askChoice(place, prompt, choices, guessed)
        : await askLine(place, prompt, words[name] ?? guess, (text) => problemOf(question, text));
      return !answer || answer === 'back' ? answer : { value: { ...words, [name]: answer.value } };
    },
  };
}

function problemOf({ choices, problem }: InputQuestion, text: string): string | undefined {
  if (choices) {
    const known = choices.map(({ value }) => value);
    return known.includes(text) ? undefined : vscode.l10n.t('it may be {0}', known.join(', '));
  }
  if (problem) return problem(text);
  return text.trim() ? undefined : vscode.l10n.t('Write a few words.');
}
