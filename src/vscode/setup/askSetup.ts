import * as vscode from 'vscode';
import { guessAnswers, type SetupAnswers } from '../../core/setup/setupAnswers';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { answersFrom, setupQuestions } from '../../core/setup/setupQuestions';
import { language } from '../editorLanguage';
import { askQuestions } from '../input/askQuestions';
import type { CommandArguments } from '../input/commandArguments';

/** Asks what a setup needs, each with a guess; undefined where the user gives up. */
export async function askSetup(args: CommandArguments, facts: SetupFacts): Promise<SetupAnswers | undefined> {
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
  const written = await askQuestions(vscode.l10n.t('Set up this folder'), args, questions);
  return written && answersFrom(written, guess, facts.authors);
}
