import type { Localized } from '../model/text/localized';
import type { ReadAnswer } from '../model/time/momentTexts';

/** One answer that an action needs. */
export interface Question {
  /** What the answer is called, in calls and on the command line. */
  readonly name: string;
  /** What a dialog asks. */
  readonly prompt: Localized;
  /** What is answered unless somebody says otherwise. */
  readonly guess?: string | Localized | undefined;
  /** It is whoever commits, as far as git knows, where nobody says otherwise and a dialog has nothing to guess. */
  readonly isMe?: true;
  /** It may be left out. */
  readonly optional?: true;
  /** No dialog asks for it: it is taken where it is said. */
  readonly unasked?: true;
  /** The answers to pick from; without them a text is written. */
  readonly choices?: readonly OfferedAnswer[];
  /** A text may be written instead of a choice; what the offer to do so is called. */
  readonly otherwise?: Localized;
  /** Reads an answer that is a moment or a day, in words too. */
  reads?(answer: string): ReadAnswer;
}

/** An answer that can be picked. */
export interface OfferedAnswer {
  readonly value: string;
  readonly label: Localized;
  readonly description?: Localized;
  readonly detail?: Localized;
}

/** What somebody answered, by the names of the questions. */
export type Answers = { readonly [name: string]: string | undefined };
