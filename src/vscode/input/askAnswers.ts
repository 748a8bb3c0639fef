import type { OfferedAnswer, Question } from '../../core/actions/question';
import { language } from '../editorLanguage';
import { type Answers, askQuestions, type InputQuestion } from './askQuestions';
import type { CommandArguments } from './commandArguments';
import type { Choice } from './steppedInput';

/** Asks what an action needs and nobody said, in steps with a way back; undefined where the user gives up. */
export async function askAnswers(
  title: string,
  args: CommandArguments,
  questions: readonly Question[],
): Promise<Answers | undefined> {
  const asked = questions.filter(({ name, unasked }) => !unasked || args.text(name) !== undefined);
  return askQuestions(title, args, asked.map(wordQuestion));
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

function pickItem({ value, label, description, detail }: OfferedAnswer): Choice<string> {
  return {
    value,
    label: label[language],
    description: description?.[language] ?? '',
    ...(detail ? { detail: detail[language] } : {}),
  };
}
