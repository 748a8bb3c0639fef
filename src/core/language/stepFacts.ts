import type { StepComment } from '../model/parse/stepComment';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { minutesText } from '../model/time/duration';
import { oneLine } from './plainText';

const words = {
  optional: { en: 'optional', es: 'opcional' },
  start: { en: 'at the start', es: 'al inicio' },
  before: { en: '{time} before the start', es: '{time} antes del inicio' },
  behind: { en: '{time} after the start', es: '{time} después del inicio' },
  choice: { en: 'choice “{choice}”', es: 'elección «{choice}»' },
  if: { en: 'only if {condition}', es: 'solo si {condition}' },
  evidence: { en: 'asks for evidence', es: 'pide evidencia' },
} satisfies { readonly [word: string]: Localized };

/** What a report or a record says of a step. */
type SaidOfStep = { readonly [word in keyof Omit<StepComment, 'name'>]?: StepComment[word] | undefined };

/**
 * What a step's comment says of it, in words: who does it, how long it takes, whether it may stay open. What it asks for
 * is only of interest while the step is open.
 */
export function stepFacts(
  { by, takes, at, choice, if: condition, optional, evidence }: SaidOfStep,
  open: boolean,
  language: Language,
): string[] {
  return [
    by === undefined ? '' : oneLine(by, 60),
    takes === undefined ? '' : minutesText(takes),
    at === undefined || !open ? '' : offsetText(at, language),
    choice === undefined || !open ? '' : fillIn(words.choice[language], { choice: oneLine(choice, 60) }),
    condition === undefined || !open ? '' : fillIn(words.if[language], { condition: oneLine(condition, 60) }),
    optional && open ? words.optional[language] : '',
    evidence && open ? words.evidence[language] : '',
  ].filter((fact) => fact !== '');
}

/** How long before or behind the start of the change. */
function offsetText(at: number, language: Language): string {
  const text = at === 0 ? words.start : at < 0 ? words.before : words.behind;
  return fillIn(text[language], { time: minutesText(Math.abs(at)) });
}
