import type { TextEdit } from '../model/text/edit';
import type { Refusal } from './refusals';

/** The copies of a record that an action changes: what is committed, what is staged, and what a person sees. */
export type RecordCopy = 'committed' | 'staged' | 'workTree';

/** What an action writes into one copy; no edits where the copy is as the action leaves it already. */
export type TextPlan = { readonly edits: readonly TextEdit[] } | { readonly refusal: Refusal };

/**
 * A change of one record that is planned again for each text that it is made in: what is committed may differ from
 * what is staged or open, and others may commit in the meantime.
 */
export interface TextChange {
  plan(text: string, copy: RecordCopy): TextPlan;
  /**
   * The same change where the copy that a person sees says it already and the commit does not, because an earlier run
   * was refused or killed: it is committed as it was written then, with its moment.
   */
  asWritten?(committed: string, workTree: string): TextChange;
  /** Edits that take the change back where a text went on after it; undefined where that cannot be said. */
  undo?(text: string): readonly TextEdit[] | undefined;
}
