import type { ParsedRecord } from '../model/parse/record';
import { progressOf } from '../model/parse/stepGates';
import type { RecordChange } from './recordChange';

/** What is reported for a new record besides its fields: its summary and its number of steps. */
export function newRecordChanges(record: ParsedRecord): RecordChange[] {
  const summary = summaryOf(record);
  const { all } = progressOf(record.body.steps);
  return [
    ...(summary === '' ? [] : [{ kind: 'summary' as const, to: summary }]),
    ...(all === 0 ? [] : [{ kind: 'steps' as const, to: String(all) }]),
  ];
}

/** The first paragraph of the section Summary, on one line. */
function summaryOf({ body, lines }: ParsedRecord): string {
  const heading = body.headings.find(({ section }) => section === 'summary');
  if (!heading || heading.empty) return '';
  const text = lines.text.slice(lines.startOf(heading.line + 1), lines.startOf(heading.endLine));
  const [first = ''] = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim()
    .split(/\r?\n[ \t]*\r?\n/);
  return first.replace(/\s+/g, ' ').trim();
}
