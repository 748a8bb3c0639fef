import { messagesFor, reportOf } from '../../findings/problemReports';
import { textRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `format/version-number`: a version is text, never a number. */
export const versionNumber = defineRule({
  id: 'format/version-number',
  severity: 'warning',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  reads: ['version', 'components', 'release', 'rollback'],
  sources: ['R'],
  title: { en: 'Version that YAML reads as a number', es: 'Versión que YAML lee como número' },
  explanation: {
    en: 'Without quotes YAML takes `3.10` for the number 3.1, so a tool that reads the record sees another version than its author. The fix puts quotes around the text as it stands.',
    es: 'Sin comillas YAML toma `3.10` por el número 3,1, así que una herramienta que lea el registro verá otra versión que su autor. La corrección entrecomilla el texto tal como está.',
  },
  messages: messagesFor(['versionNumber']),
  fixTitles: { quote: { en: 'Quote the version', es: 'Entrecomillar la versión' } },
  *check(record) {
    for (const problem of record.problems) {
      if (problem.code !== 'versionNumber') continue;
      const range = textRange(problem.range.start, problem.range.end);
      const edits = [{ range, text: problem.replacement ?? '' }];
      yield { ...reportOf(problem), fixes: [{ title: 'quote', edits, certain: true }] };
    }
  },
});
