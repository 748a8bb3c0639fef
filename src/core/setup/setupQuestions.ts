import type { OfferedAnswer } from '../actions/question';
import { holidayRegions } from '../calendar/holidayRegions';
import { hintArgs, nearestName } from '../model/parse/nearest';
import { argsIn, fillIn, type Language, type Localized, localized } from '../model/text/localized';
import { approversText, readApprovers } from './readApprovers';
import type { SetupAnswers } from './setupAnswers';
import type { Author } from './setupFacts';
import { setupTexts } from './setupTexts';

/** What each answer is called: an option of the command line, an argument of the editor's command. */
export type AnswerName = keyof SetupAnswers;

/** One thing that is asked before a folder is set up. */
export interface SetupQuestion {
  readonly name: AnswerName;
  readonly prompt: Localized;
  /** What is answered unless somebody says otherwise. */
  readonly guess: string;
  readonly choices?: readonly OfferedAnswer[];
  /** What is wrong with an answer; undefined where it is good. */
  problem(answer: string): Localized | undefined;
}

/** What stands for no country and for nobody. */
const nothing = /^(?:-|none|ninguno|nadie|nobody)?$/i;

/** The five things that are asked, in their order, each with what is guessed. */
export function setupQuestions(guess: SetupAnswers, authors: readonly Author[]): readonly SetupQuestion[] {
  const about = (name: AnswerName, text: string, problem: SetupQuestion['problem']): SetupQuestion => ({
    name,
    prompt: setupTexts[`ask_${name}`],
    guess: text,
    problem,
  });
  return [
    { ...about('language', guess.language, languageProblem), choices: languages },
    about('timezone', guess.timezone, zoneProblem),
    about('country', guess.country ?? '-', countryProblem),
    about('approvers', approversText(guess.approvers) || '-', (answer) => {
      const { wrong } = readApprovers(withoutNothing(answer), authors);
      return wrong === undefined ? undefined : said('wrongApprover', { value: wrong });
    }),
    about('records', guess.records || '.', folderProblem),
  ];
}

/** The answers that are written, each of which was found good. */
export function answersFrom(
  written: { readonly [name in AnswerName]?: string },
  guess: SetupAnswers,
  authors: readonly Author[],
): SetupAnswers {
  const { language, timezone, country, approvers, records } = written;
  return {
    language: language === undefined ? guess.language : language === 'es' ? 'es' : 'en',
    timezone: timezone === undefined ? guess.timezone : (knownZone(timezone) ?? guess.timezone),
    country: country === undefined ? guess.country : withoutNothing(country).toUpperCase() || undefined,
    approvers:
      approvers === undefined ? guess.approvers : readApprovers(withoutNothing(approvers), authors).approvers,
    records: records === undefined ? guess.records : plainFolder(records),
  };
}

const languages: readonly OfferedAnswer[] = [
  { value: 'en', label: { en: 'English', es: 'Inglés' } },
  { value: 'es', label: { en: 'Spanish', es: 'Español' } },
];

function languageProblem(answer: string): Localized | undefined {
  return languages.some(({ value }) => value === answer)
    ? undefined
    : said('wrongLanguage', { value: answer });
}

function knownZone(answer: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: answer });
  } catch {
    return undefined;
  }
  // An offset is a zone for Intl, and none that knows of summer.
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  return (
    zones.find((zone) => zone.toLowerCase() === answer.toLowerCase()) ??
    (/^[A-Z]/.test(answer) ? answer : undefined)
  );
}

function zoneProblem(answer: string): Localized | undefined {
  if (knownZone(answer.trim())) return undefined;
  return said('wrongZone', {
    value: answer,
    ...hintArgs(nearestName(answer, Intl.supportedValuesOf('timeZone'))),
  });
}

function countryProblem(answer: string): Localized | undefined {
  const code = withoutNothing(answer).toUpperCase();
  return code === '' || Object.hasOwn(holidayRegions, code)
    ? undefined
    : said('wrongCountry', { value: answer });
}

function folderProblem(answer: string): Localized | undefined {
  const parts = plainFolder(answer).split('/');
  const wrong =
    /^[/\\]|^[A-Za-z]:|\\/.test(answer.trim()) ||
    parts.some((part) => /^\.\.?$|^\.(?:git|changebook)$|^node_modules$/i.test(part)) ||
    !parts.every((part) => /^[\p{L}\p{N}._ -]*$/u.test(part));
  return wrong ? said('wrongFolder', { value: answer }) : undefined;
}

function plainFolder(answer: string): string {
  const parts = answer.trim().split('/');
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

function withoutNothing(answer: string): string {
  return nothing.test(answer.trim()) ? '' : answer.trim();
}

function said(name: keyof typeof setupTexts, args: { readonly [name: string]: string }): Localized {
  const value = (args.value ?? '').slice(0, 60);
  return localized((language: Language) =>
    fillIn(setupTexts[name][language], argsIn(language, { 'hint.en': '', 'hint.es': '', ...args, value })),
  );
}
