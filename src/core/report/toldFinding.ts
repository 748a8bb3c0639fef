import type { Severity } from '../findings/finding';
import type { Localized } from '../model/text/localized';
import type { LineRange } from '../model/text/range';

/** A finding with its sentence, so that no rule has to be loaded to tell it. */
export interface ToldFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: LineRange;
  /** The source line that it begins on, where that was read and is not too long to keep. */
  readonly line?: string;
  /** The keys above the place that it points at, in front matter or configuration: `components[].to`. */
  readonly at?: string;
  /** The field that it is about where that is not the one that it points at: one that is missing. */
  readonly about?: string;
  /** Page of its rule, relative to the project. */
  readonly docs: string;
  readonly fixable: boolean;
  /** Whether one of its fixes may be applied without asking. */
  readonly certain: boolean;
  /** Who answers for it and why, where it is waived. */
  readonly waived?: { readonly by: string; readonly reason: string };
}

/** The same with its file. */
export interface FileToldFinding {
  readonly file: string;
  readonly finding: ToldFinding;
  /** It was there before the change that is looked at, and counts as information. */
  readonly older?: boolean;
}
