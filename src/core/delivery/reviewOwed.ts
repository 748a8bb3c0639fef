import type { ParsedRecord } from '../model/parse/record';

/** Why a change is worth a look back. */
export type ReviewReason = 'failed' | 'rolled_back' | 'emergency';

/** Why a change owes a review that it does not have; undefined where it owes none, or has one. */
export function reviewOwed(record: ParsedRecord): ReviewReason | undefined {
  if (record.type !== 'change') return undefined;
  const { outcome, change_type } = record.data;
  const hasFailed = outcome === 'failed' || outcome === 'rolled_back';
  const reason = hasFailed ? outcome : change_type === 'emergency' ? change_type : undefined;
  if (!reason) return undefined;
  return record.body.headings.some(({ section, empty }) => !empty && section === 'review')
    ? undefined
    : reason;
}
