import { checkReport } from '../checkReport';
import type { ReportFormat } from './reportFormat';

/** The report for programs, described by `schemas/check.schema.json`. */
export const jsonFormat: ReportFormat = {
  render: (source) =>
    `${JSON.stringify(checkReport(source.findings, source, source.language), undefined, 2)}\n`,
};
