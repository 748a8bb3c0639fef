import type { TextEdit } from '../../model/text/edit';
import type { Refusal } from '../refusals';

/** The trailers of a commit of Changebook's, by name, without `Changebook-`. */
export type OwnTrailers = ReadonlyMap<string, string>;

/** An action that is done again in another version of its record. */
export type RedoPlan =
  | { readonly kind: 'planned'; readonly edits: readonly TextEdit[] }
  /** That version is as the action leaves it. */
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Does an action again, in whatever version of the record it is given. */
export type Redo = (text: string) => RedoPlan;

/** What one commit did to one record. */
export interface RecordStep {
  readonly before: string;
  readonly after: string;
  readonly trailers: OwnTrailers;
}
