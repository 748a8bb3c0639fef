import type { Language } from '../../model/text/localized';
import type { CheckedCounts } from '../checkReport';
import type { ReportedFileFinding } from '../reportedFinding';

/**
 * The input of a report. Files are relative to the current folder, or to the top of the repository in formats for code
 * hosts, with `/`.
 */
export interface ReportSource extends CheckedCounts {
  readonly findings: readonly ReportedFileFinding[];
  readonly language: Language;
  /** The version of the program. */
  readonly version: string;
  /** The files of all checked records, for reports that also list those without findings. */
  recordFiles(): readonly string[];
}

/** A format for the findings of a check. The same findings give the same bytes. */
export interface ReportFormat {
  render(source: ReportSource): string;
  /** The part that the code host would not show, for the summary of the run; undefined where it shows all. */
  overflow?(source: ReportSource): string | undefined;
}
