import type { Language } from '../model/text/localized';
import { guessApprovers } from './guessApprovers';
import { guessCountry } from './guessCountry';
import { guessLanguage } from './guessLanguage';
import type { Author, SetupFacts } from './setupFacts';

/** What is asked before a folder is set up. */
export interface SetupAnswers {
  readonly language: Language;
  readonly timezone: string;
  /** The country of the holidays; undefined where none are kept. */
  readonly country: string | undefined;
  /** Who approves; empty where nobody is named, and anybody else may. */
  readonly approvers: readonly Author[];
  /** The folder that records go to, relative to the workspace; empty for its top. */
  readonly records: string;
}

/** What is answered unless somebody says otherwise. */
export function guessAnswers(facts: SetupFacts): SetupAnswers {
  return {
    language: guessLanguage(facts),
    timezone: facts.zone,
    country: guessCountry(facts.zone, facts.region),
    approvers: guessApprovers(facts).approvers,
    records: guessRecords(facts),
  };
}

/** The top, unless another tool keeps something there under one of the names of our folders. */
function guessRecords({ occupied }: SetupFacts): string {
  return occupied.length > 0 ? 'records' : '';
}
