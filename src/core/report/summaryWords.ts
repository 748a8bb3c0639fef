import type { Language } from '../model/text/localized';
import type { CheckReport } from './checkReportSchema';
import { countText } from './counted';

type Summary = CheckReport['summary'];

/** The figures of a check in words, for its summary: `1 error`, `2 records`. */
export function summaryWords(
  summary: Summary,
  language: Language,
): { readonly [part in keyof Summary]: string } {
  return {
    errors: countText('error', summary.errors, language),
    warnings: countText('warning', summary.warnings, language),
    infos: countText('info', summary.infos, language),
    records: countText('record', summary.records, language),
    files: countText('file', summary.files, language),
  };
}
