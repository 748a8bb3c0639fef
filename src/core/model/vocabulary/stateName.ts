import type { Language } from '../text/localized';
import { changeStatusChoice, ticketStatusChoice } from './choices';
import { choiceIn } from './vocabulary';

/** A state of a change or a ticket as people read it. What both know is called the same. */
export function stateName(state: string, language: Language): string {
  const choices =
    state in changeStatusChoice.choices ? changeStatusChoice.choices : ticketStatusChoice.choices;
  return choiceIn(language, choices, state);
}
