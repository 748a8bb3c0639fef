import type { ParsedRecord } from '../model/parse/record';
import type { Heading } from '../model/parse/step';
import { saysSomething } from '../model/text/saysSomething';

/** Why a change is worth a look back. */
export type ReviewReason = 'failed' | 'rolled_back' | 'emergency';

/** Why a change owes a review that it does not have; undefined where it owes none, or has one. */
export function reviewOwed(record: ParsedRecord): ReviewReason | undefined {
  if (record.type !== 'change') return undefined;
  const { outcome, change_type } = record.data;
  const hasFailed = outcome === 'failed' || outcome === 'rolled_back';
  const reason = hasFailed ? outcome : change_type === 'emergency' ? change_type : undefined;
  if (!reason) return undefined;
  const { headings } = record.body;
  return headings.some((heading) => heading.section === 'review' && isWritten(record, heading))
    ? undefined
    : reason;
}

/** Whether something stands below a heading that can be read. */
function isWritten({ lines }: ParsedRecord, { line, endLine, empty }: Heading): boolean {
  const text = lines.text.slice(lines.startOf(line + 1), lines.startOf(endLine));
  return !empty && saysSomething(text);
}
