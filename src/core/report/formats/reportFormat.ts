import type { Language } from '../../model/text/localized';
import type { CheckedCounts } from '../checkReport';
import type { ReportedFileFinding } from '../reportedFinding';

/**
 * What a report is made from. Files are relative to the current folder, with `/`; for what code hosts read, to the top
 * of the repository.
 */
export interface ReportSource extends CheckedCounts {
  readonly findings: readonly ReportedFileFinding[];
  readonly language: Language;
  /** The version of the program. */
  readonly version: string;
  /** The files of the records that were checked, asked for only by reports that list what is well too. */
  recordFiles(): readonly string[];
}

/** One way to write down what a check found: a pure function, so that the same findings give the same bytes. */
export interface ReportFormat {
  render(source: ReportSource): string;
  /** What whoever reads the report would not show, for the summary of the run; undefined where all of it is shown. */
  overflow?(source: ReportSource): string | undefined;
}
