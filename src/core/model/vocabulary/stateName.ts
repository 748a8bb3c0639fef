import { inBoth, type Language } from '../text/localized';
import { changeStatusChoice, ticketStatusChoice } from './choices';
import { choiceIn } from './vocabulary';

/** A state in both languages, as the argument `name` of a sentence. */
export function stateArgs(name: string, state: string): { [key: string]: string } {
  return inBoth(name, (language) => stateName(state, language));
}

/** A state of a change or a ticket as people read it. States that both have share their name. */
export function stateName(state: string, language: Language): string {
  const choices =
    state in changeStatusChoice.choices ? changeStatusChoice.choices : ticketStatusChoice.choices;
  return choiceIn(language, choices, state);
}
