import type { TextEdit } from '../model/text/edit';
import type { MessageArgs } from '../model/text/localized';
import type { TextRange } from '../model/text/range';
import type { RelatedPlace, Severity } from './finding';

/** A repair in offsets of the record's text. */
export interface ReportedFix {
  readonly title: string;
  readonly args?: MessageArgs;
  readonly edits: readonly TextEdit[];
  readonly certain?: boolean;
}

/** What a rule reports about the record that it checks, in offsets. */
export interface Report {
  readonly message: string;
  readonly range: TextRange;
  readonly args?: MessageArgs;
  readonly severity?: Severity;
  readonly fixes?: readonly ReportedFix[];
  readonly related?: readonly (OwnPlace | RelatedPlace)[];
  readonly retry?: number;
}

/** Another place in the same record, in offsets. */
interface OwnPlace {
  readonly range: TextRange;
  readonly message: string;
  readonly args?: MessageArgs;
}
