import * as z from 'zod/mini';
import type { Language } from '../model/text/localized';
import type { FileFinding } from '../rules/finding';
import { docsOf, messageOf } from '../rules/renderFinding';

const position = z.strictObject({ line: z.int().check(z.positive()), column: z.int().check(z.positive()) });
const count = z.int().check(z.nonnegative());

/** The machine-readable report of `check`. Lines and columns count from 1, columns in UTF-16 units. */
export const checkReportSchema = z.strictObject({
  version: z.literal(1),
  summary: z.strictObject({ files: count, records: count, errors: count, warnings: count, infos: count }),
  findings: z.array(
    z.strictObject({
      file: z.string(),
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      start: position,
      end: position,
      docs: z.string(),
      fixable: z.boolean(),
    }),
  ),
});

export type CheckReport = z.infer<typeof checkReportSchema>;

/** How much was looked at, for the summary. */
export interface CheckedCounts {
  readonly files: number;
  readonly records: number;
}

/** Makes the report from findings whose files are already relative to the current folder. */
export function checkReport(
  findings: readonly FileFinding[],
  counts: CheckedCounts,
  language: Language,
): CheckReport {
  const of = (severity: string): number =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return {
    version: 1,
    summary: {
      files: counts.files,
      records: counts.records,
      errors: of('error'),
      warnings: of('warning'),
      infos: of('info'),
    },
    findings: findings.map(({ file, finding }) => ({
      file,
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(finding, language),
      start: { line: finding.range.start.line + 1, column: finding.range.start.column + 1 },
      end: { line: finding.range.end.line + 1, column: finding.range.end.column + 1 },
      docs: docsOf(finding.rule),
      fixable: (finding.fixes?.length ?? 0) > 0,
    })),
  };
}
