import type { TextPlan } from '../textChange';

/** The trailers of a commit of Changebook's, by name, without `Changebook-`. */
export type OwnTrailers = ReadonlyMap<string, string>;

/** Does an action again, in whatever version of the record it is given. */
export type Redo = (text: string) => TextPlan;

/** What one commit did to one record. */
export interface RecordStep {
  readonly before: string;
  readonly after: string;
  readonly trailers: OwnTrailers;
}
