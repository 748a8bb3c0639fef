import type { Language } from '../model/text/localized';
import type { CheckReport } from './checkReportSchema';
import { counted } from './counted';

type Summary = CheckReport['summary'];

/** The figures of a check in words, to be filled into the sentence that ends it: `1 error`, `2 records`. */
export function summaryWords(
  summary: Summary,
  language: Language,
): { readonly [part in keyof Summary]: string } {
  return {
    errors: counted('error', summary.errors, language),
    warnings: counted('warning', summary.warnings, language),
    infos: counted('info', summary.infos, language),
    records: counted('record', summary.records, language),
    files: counted('file', summary.files, language),
  };
}
