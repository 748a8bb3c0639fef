import type { StepComment } from '../model/parse/stepComment';
import type { Language, Localized } from '../model/text/localized';
import { minutesText } from '../model/time/duration';
import { oneLine } from './plainText';

const words = {
  optional: { en: 'optional', es: 'opcional' },
  evidence: { en: 'asks for evidence', es: 'pide evidencia' },
} satisfies { readonly [word: string]: Localized };

/** What a report or a record says of a step. */
type SaidOfStep = { readonly [word in keyof Omit<StepComment, 'name'>]?: StepComment[word] | undefined };

/**
 * What a step's comment says of it, in words: who does it, how long it takes, whether it may stay open. What it asks for
 * is only of interest while the step is open.
 */
export function stepFacts(
  { by, takes, optional, evidence }: SaidOfStep,
  open: boolean,
  language: Language,
): string[] {
  return [
    by === undefined ? '' : oneLine(by, 60),
    takes === undefined ? '' : minutesText(takes),
    optional && open ? words.optional[language] : '',
    evidence && open ? words.evidence[language] : '',
  ].filter((fact) => fact !== '');
}
