import type { OfferedAnswer, Question } from '../../core/actions/question';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import { language } from '../editorLanguage';
import { type Answers, type Attaching, askQuestions, type InputQuestion } from './askQuestions';
import type { CommandArguments } from './commandArguments';
import type { Choice } from './steppedInput';

/**
 * Asks what an action needs and nobody said, in steps with a way back; undefined where the user gives up.
 *
 * @param attaching of questions by name, what may be attached instead of a text
 */
export async function askAnswers(
  title: string,
  args: CommandArguments,
  questions: readonly Question[],
  attaching: { readonly [name: string]: Attaching } = {},
): Promise<Answers | undefined> {
  const asked = questions.filter(({ name, unasked }) => !unasked || args.text(name) !== undefined);
  const written = asked.map((question) => {
    const attach = attaching[question.name];
    return { ...wordQuestion(question), ...(attach ? { attach } : {}) };
  });
  return askQuestions(title, args, written);
}

/** How many of some questions a call leaves open. */
export function unanswered(
  args: CommandArguments,
  questions: readonly Pick<Question, 'name' | 'unasked'>[],
): number {
  return questions.filter(({ name, unasked }) => !unasked && args.text(name) === undefined).length;
}

function wordQuestion({ name, prompt, guess, choices, otherwise, reads }: Question): InputQuestion {
  return {
    name,
    prompt: prompt[language],
    guess: typeof guess === 'object' ? guess[language] : guess,
    ...(choices ? { choices: choices.map(pickItem), otherwise: otherwise?.[language] } : {}),
    ...(reads ? { read: (text) => reads(text) } : {}),
  };
}

/** The names of roles and states are words to whoever picks one. */
function inWords(label: string): string {
  return /^\p{L}+(?:_\p{L}+)+$/u.test(label) ? withSpaces(label) : label;
}

function pickItem({ value, label, description, detail }: OfferedAnswer): Choice<string> {
  return {
    value,
    label: inWords(label[language]),
    description: description?.[language] ?? '',
    ...(detail ? { detail: detail[language] } : {}),
  };
}
