import type { ChangeData, DataOf } from '../schema/recordData';
import type { LineMap } from '../text/lineMap';
import type { Language } from '../text/localized';
import type { TextRange } from '../text/range';
import type { RecordType } from '../vocabulary/vocabulary';
import type { Located } from './located';
import type { Problem } from './problem';
import type { Body } from './step';

interface RecordParts {
  /** The whole text, with its lines. */
  readonly lines: LineMap;
  /** The opening `---`; an empty range at the start where there is no front matter. */
  readonly fence: TextRange;
  /** The YAML between the fences. */
  readonly content: TextRange;
  /** The place of each value. */
  readonly located: Located;
  /** The places of all dates and times, in the order of the text. */
  readonly moments: readonly Located[];
  readonly problems: readonly Problem[];
  /** The language that its keys are written in. */
  readonly language: Language;
  /** Whether its front matter names a known type. Otherwise the type is guessed. */
  readonly typed: boolean;
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
  readonly body: Body;
  /** Those of its approvals that are not of its text: reviews that count in this run. */
  readonly reviewed?: ReadonlySet<NonNullable<ChangeData['approvals']>[number]>;
}

/** A record of one type: its data under canonical names, and its text. */
export interface RecordOf<T extends RecordType> extends RecordParts {
  readonly type: T;
  readonly data: DataOf<T>;
}

/** A record of any type; `type` discriminates. */
export type ParsedRecord = { [T in RecordType]: RecordOf<T> }[RecordType];
