import type { Language } from '../../core/model/text/localized';
import { guessAnswers, type SetupAnswers } from '../../core/setup/setupAnswers';
import type { SetupFacts } from '../../core/setup/setupFacts';
import type { SetupProfile } from '../../core/setup/setupProfile';
import { setupProfiles } from '../../core/setup/setupProfiles';
import {
  type AnswerName,
  answersFrom,
  type SetupQuestion,
  setupQuestions,
} from '../../core/setup/setupQuestions';
import { type Call, say } from './command';
import { UsageError } from './io';

/** What questions are asked from. */
interface Asking {
  readonly facts: SetupFacts;
  readonly profile: SetupProfile;
  readonly language: Language;
}

/** The answers of a call: what its options say, what a person says at the terminal, else what is guessed. */
export async function askSetup(call: Call, asking: Asking): Promise<SetupAnswers | undefined> {
  const { facts, language } = asking;
  const written: { [name in AnswerName]?: string } = {};
  // The country follows from the time zone, whoever said that.
  const guessed = (): SetupAnswers => guessAnswers({ ...facts, zone: written.timezone ?? facts.zone });
  const questions = (): readonly SetupQuestion[] => setupQuestions(guessed(), facts.authors);
  for (const { name, problem } of questions()) {
    const answer = call.text(name);
    if (answer === undefined) continue;
    const wrong = problem(answer);
    if (wrong) throw new UsageError((reader) => `--${name}: ${wrong[reader]}`);
    written[name] = answer;
  }
  const open = questions().filter(({ name }) => written[name] === undefined);
  if (!call.has('yes') && !call.has('dry-run') && open.length > 0) {
    if (!call.io.ask) throw nobodyToAsk(open, language);
    call.io.err(`${profileLine(asking)}\n`);
    for (const { name } of open) {
      const question = questions().find((each) => each.name === name);
      const answer = question && (await answerTo(question, call, language));
      if (answer === undefined) return undefined;
      written[name] = answer;
    }
  }
  return answersFrom(written, guessed(), facts.authors);
}

/** Asks until the answer is good; an empty one takes the guess. */
async function answerTo(
  { prompt, guess, problem, choices }: SetupQuestion,
  call: Call,
  language: Language,
): Promise<string | undefined> {
  const offered = choices ? ` (${choices.map(({ value }) => value).join(', ')})` : '';
  for (;;) {
    const line = await call.io.ask?.(`${prompt[language]}${offered} [${guess}]: `);
    if (line === undefined) return undefined;
    const answer = line.trim() || guess;
    const wrong = problem(answer);
    if (!wrong) return answer;
    call.io.err(`${wrong[language]}\n`);
  }
}

function nobodyToAsk(open: readonly SetupQuestion[], language: Language): UsageError {
  const guesses = open.map(({ name, guess }) => `${name} ${guess}`).join('; ');
  return new UsageError(say(language, 'setup_nobodyAsked', { guesses }));
}

function profileLine({ profile, language }: Asking): string {
  const names = setupProfiles.filter((other) => other !== profile).map(({ name }) => name);
  const others = names.length > 0 ? say(language, 'setup_otherProfiles', { names: names.join(', ') }) : '';
  const { name, summary } = profile;
  return say(language, 'setup_profile', { name, summary: summary[language], others }).trim();
}
