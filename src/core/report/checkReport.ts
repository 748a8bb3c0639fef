import type { Language } from '../model/text/localized';
import type { CheckReport } from './checkReportSchema';
import type { ReportedFileFinding } from './reportedFinding';

/** How much was checked, for the summary. */
export interface CheckedCounts {
  readonly files: number;
  readonly records: number;
}

/** Makes the report from findings whose files are already relative to the current folder. */
export function checkReport(
  findings: readonly ReportedFileFinding[],
  counts: CheckedCounts,
  language: Language,
): CheckReport {
  return {
    version: 1,
    summary: { files: counts.files, records: counts.records, ...countsOf(findings) },
    findings: findings.map(({ file, finding, older }) => ({
      file,
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message[language],
      start: { line: finding.range.start.line + 1, column: finding.range.start.column + 1 },
      end: { line: finding.range.end.line + 1, column: finding.range.end.column + 1 },
      docs: finding.docs,
      fixable: finding.fixable,
      ...(older ? { older } : {}),
    })),
  };
}

/** How many findings there are of each severity. */
export function countsOf(findings: readonly ReportedFileFinding[]): {
  errors: number;
  warnings: number;
  infos: number;
} {
  const of = (severity: string): number =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}
