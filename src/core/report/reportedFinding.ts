import type { Finding, Severity } from '../findings/finding';
import { withoutControlCharacters } from '../model/text/controlCharacters';
import type { Localized } from '../model/text/localized';
import type { LineRange } from '../model/text/range';
import { docsOf, messageOf } from '../rules/renderFinding';

/** A finding with its sentence, so that no rule has to be loaded to tell it. */
export interface ReportedFinding {
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
export interface ReportedFileFinding {
  readonly file: string;
  readonly finding: ReportedFinding;
  /** It was there before the change that is looked at, and counts as information. */
  readonly older?: boolean;
}

/** Puts a finding into words. */
export function reportedFinding(finding: Finding): ReportedFinding {
  const { rule, severity, range, fixes = [], waived, args } = finding;
  return {
    rule,
    severity,
    message: {
      en: withoutControlCharacters(messageOf(finding, 'en')),
      es: withoutControlCharacters(messageOf(finding, 'es')),
    },
    range,
    docs: docsOf(rule),
    fixable: fixes.length > 0,
    certain: fixes.some((fix) => fix.certain),
    ...(typeof args.key === 'string' ? { about: args.key } : {}),
    ...(waived ? { waived } : {}),
  };
}
