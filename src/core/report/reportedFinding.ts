import type { FileFinding, Finding, Severity } from '../findings/finding';
import { withoutControlCharacters } from '../model/text/controlCharacters';
import { type Localized, localized } from '../model/text/localized';
import type { LineRange } from '../model/text/range';
import { docsOf, messageOf } from '../rules/renderFinding';

/** A finding with its sentence, so that it can be shown without loading its rule. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: LineRange;
  /** The source line that it begins on, if it was read and is not too long. */
  readonly line?: string;
  /** The key path of its place in front matter or configuration: `components[].to`. */
  readonly at?: string;
  /** The field that it is about, if its place is not that field: a missing one. */
  readonly about?: string;
  /** Page of its rule, relative to the project. */
  readonly docs: string;
  readonly fixable: boolean;
  /** Whether one of its fixes may be applied without asking. */
  readonly certain: boolean;
  /** Who waived it and why. */
  readonly waived?: { readonly by: string; readonly reason: string };
}

/** A reported finding with its file. */
export interface ReportedFileFinding {
  readonly file: string;
  readonly finding: ReportedFinding;
  /** Whether it is older than the change that is checked. Then it counts as information. */
  readonly older?: boolean;
}

/** Puts findings of files into words. */
export function reportedFindings(findings: readonly FileFinding[]): ReportedFileFinding[] {
  return findings.map(({ file, finding }) => ({ file, finding: reportedFinding(finding) }));
}

/** Puts a finding into words. */
export function reportedFinding(finding: Finding): ReportedFinding {
  const { rule, severity, range, fixes = [], waived, args } = finding;
  return {
    rule,
    severity,
    message: localized((language) => withoutControlCharacters(messageOf(finding, language))),
    range,
    docs: docsOf(rule),
    fixable: fixes.length > 0,
    certain: fixes.some((fix) => fix.certain),
    ...(typeof args.key === 'string' ? { about: args.key } : {}),
    ...(waived ? { waived } : {}),
  };
}
