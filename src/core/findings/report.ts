import type { MessageArgs } from '../model/text/localized';
import type { TextRange } from '../model/text/range';
import type { RelatedPlace, Severity } from './finding';

/** What a rule reports of a record, with ranges of one kind. */
export interface ReportIn<Range, Place> {
  readonly message: string;
  readonly range: Range;
  readonly args?: MessageArgs;
  readonly severity?: Severity;
  /** Whether an option of the rule asks for that severity: then it counts where it is worse than the one that is set. */
  readonly byOption?: true;
  readonly fixes?: readonly ReportedFix<Range>[];
  readonly related?: readonly Place[];
  /** The roles whose holders alone may waive it. */
  readonly overridableBy?: readonly string[];
  /**
   * Where another start would help: the next one that is worth trying (milliseconds since 1970), Infinity where only
   * an earlier one would. Whoever looks for a slot goes there; without it no start helps.
   */
  readonly retry?: number;
}

/** A repair, by default in offsets of the record's text. */
export interface ReportedFix<Range = TextRange> {
  readonly title: string;
  readonly args?: MessageArgs;
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
  readonly certain?: boolean;
}

/** What a rule reports about the record that it checks, in offsets. */
export type Report = ReportIn<TextRange, OwnPlace | RelatedPlace>;

/** Another place in the same record, in offsets. */
interface OwnPlace {
  readonly range: TextRange;
  readonly message: string;
  readonly args?: MessageArgs;
}
