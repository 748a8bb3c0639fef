import * as vscode from 'vscode';
import type { ReadAnswer } from '../../core/model/time/momentTexts';
import { language } from '../editorLanguage';
import { type CommandArguments, commandArguments } from './commandArguments';
import { NothingChangedError } from './nothingChangedError';
import { askChoice, askInSteps, askLine, type Choice, type InputStep } from './steppedInput';

/** A button beside a text: what may be attached instead. */
export interface Attaching {
  readonly tooltip: string;
  /** Has the user pick it; what then stands for the text. Undefined where they did not. */
  run(): Promise<string | undefined>;
}

/** One word or sentence that a command needs. */
export interface InputQuestion {
  readonly name: string;
  readonly prompt: string;
  /** What is guessed: a text to be edited, or the choice that stands ready. */
  readonly guess?: string | undefined;
  /** Choices to pick from; without them a text is written. */
  readonly choices?: readonly Choice<string>[];
  /** What leads from the choices to a text of one's own. */
  readonly otherwise?: string | undefined;
  /** What may be attached instead of a text. */
  readonly attach?: Attaching;
  /** What is wrong with a text; by default it may not be blank. */
  problem?(text: string): string | undefined;
  /** Reads a text that is a moment or a day; what it says is what is answered. */
  read?(text: string): ReadAnswer;
}

export type Answers = { readonly [name: string]: string };

/**
 * Asks for what was not given in the call, in steps with a way back; undefined when the user gives up.
 *
 * @param last what follows the questions, with a way back to them
 */
export async function askQuestions(
  title: string,
  args: CommandArguments,
  questions: readonly InputQuestion[],
  last: readonly InputStep<Answers>[] = [],
): Promise<Answers | undefined> {
  const given: { [name: string]: string } = {};
  for (const question of questions) {
    const text = args.text(question.name);
    if (text === undefined) continue;
    const problem = problemOf(question.otherwise === undefined ? question : asText(question), text);
    if (problem) throw new NothingChangedError(`${question.name}: ${problem}`);
    given[question.name] = writtenBy(question, text);
  }
  const steps = questions.filter(({ name }) => !Object.hasOwn(given, name)).flatMap(stepsFor);
  return askInSteps<Answers>(title, given, [...steps, ...last]);
}

/** Asks for one text, which is guessed; undefined where the user gives up. */
export async function askText(title: string, prompt: string, guess: string): Promise<string | undefined> {
  const asked = await askQuestions(title, commandArguments(undefined), [{ name: 'text', prompt, guess }]);
  return asked?.text?.trim();
}

/** The name under which it is kept that a text is written instead of a choice; no question is called so. */
const ownText = (name: string): string => `${name} in own words`;

function stepsFor(question: InputQuestion): InputStep<Answers>[] {
  const { name, choices, otherwise } = question;
  if (!choices || otherwise === undefined) return [stepFor(question)];
  const other = { label: otherwise, value: '' };
  const picking = stepFor({ ...question, choices: [...choices, other] });
  return [
    {
      ...picking,
      async ask(words, place) {
        const answer = await picking.ask(words, place);
        if (!answer || answer === 'back' || answer.value[name] !== '') return answer;
        return { value: { ...answer.value, [ownText(name)]: 'yes' } };
      },
    },
    { ...stepFor(asText(question)), wanted: (words) => words[ownText(name)] === 'yes' },
  ];
}

function asText({ choices, ...question }: InputQuestion): InputQuestion {
  return question;
}

function stepFor(question: InputQuestion): InputStep<Answers> {
  const { name, prompt, choices, guess = '' } = question;
  return {
    wanted: () => true,
    async ask(words, place) {
      const guessed = choices?.find(({ value }) => value === guess);
      const answer = choices
        ? await askChoice(place, prompt, choices, guessed)
        : await askLine(place, prompt, words[name] ?? guess, {
            problem: (text) => problemOf(question, text),
            note: (text) => noteOf(question.read?.(text)),
            attach: question.attach,
          });
      if (!answer || answer === 'back') return answer;
      return { value: { ...words, [name]: writtenBy(question, answer.value) } };
    },
  };
}

/** What is wrong with an answer that has to be a moment or a day. */
export function wantedText(answer: ReadAnswer): string | undefined {
  return 'wanted' in answer ? vscode.l10n.t('Write {0}.', answer.wanted[language]) : undefined;
}

/** What words were taken as. */
export function noteOf(answer: ReadAnswer | undefined): string | undefined {
  return answer && 'taken' in answer ? answer.taken?.[language] : undefined;
}

function writtenBy({ read }: InputQuestion, text: string): string {
  const answer = read?.(text);
  return answer && 'written' in answer ? answer.written : text;
}

function problemOf({ choices, problem, read }: InputQuestion, text: string): string | undefined {
  if (choices) {
    const known = choices.map(({ value }) => value);
    return known.includes(text) ? undefined : vscode.l10n.t('it may be {0}', known.join(', '));
  }
  if (read) return wantedText(read(text));
  if (problem) return problem(text);
  return text.trim() ? undefined : vscode.l10n.t('Write a few words.');
}
