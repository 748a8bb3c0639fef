import * as vscode from 'vscode';
import { guessAnswers, type SetupAnswers } from '../../core/setup/setupAnswers';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { answersFrom, setupQuestions } from '../../core/setup/setupQuestions';
import type { PreparedSetup } from '../../node/setup/prepareSetup';
import { language } from '../editorLanguage';
import { askQuestions } from '../input/askQuestions';
import type { CommandArguments } from '../input/commandArguments';
import type { Asked } from '../input/steppedInput';

/**
 * Asks what a setup needs, each with a guess, and then whether what comes of it may be written, from where a way leads
 * back to the questions; undefined where the user gives up.
 *
 * @param choose shows what would be written by such answers, and asks
 */
export async function askSetup(
  args: CommandArguments,
  facts: SetupFacts,
  choose: (answers: SetupAnswers) => Promise<Asked<PreparedSetup>>,
): Promise<PreparedSetup | undefined> {
  const guess = guessAnswers({ ...facts, zone: args.text('timezone') ?? facts.zone });
  const questions = setupQuestions(guess, facts.authors).map(
    ({ name, prompt, guess: text, choices, problem }) => ({
      name,
      prompt: prompt[language],
      guess: text,
      ...(choices
        ? { choices: choices.map(({ value, label }) => ({ value, label: label[language] })) }
        : { problem: (answer: string) => problem(answer)?.[language] }),
    }),
  );
  let chosen: PreparedSetup | undefined;
  await askQuestions(vscode.l10n.t('Set up this folder'), args, questions, [
    {
      // Not one of the questions, and not counted among them.
      wanted: (written) => questions.every(({ name }) => written[name] !== undefined),
      async ask(written) {
        const answer = await choose(answersFrom(written, guess, facts.authors));
        if (!answer || answer === 'back') return answer;
        chosen = answer.value;
        return { value: written };
      },
    },
  ]);
  return chosen;
}
