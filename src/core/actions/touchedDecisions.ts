import { approvalsIn, approvalsPath } from '../approvals/approvalsIn';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { canonicalJson } from '../model/text/canonicalJson';
import { ownedFields, ownedRefusal } from './ownedFields';
import type { Refusal } from './refusals';

/**
 * Why fields are not set that hold decisions of people in one of their parts, as `standard` of a procedure does: its
 * approvals are written by approving alone, however the field is written or taken away.
 */
export function touchedDecisions(before: string, after: string): Refusal | undefined {
  const [old, now] = [before, after].map((text) => parseRecord(text, { expected: true }));
  if (!old || !now || decisionsOf(old) === decisionsOf(now)) return undefined;
  return ownedRefusal(approvalsPath(old).join('.'), ownedFields.approvals);
}

function decisionsOf(record: ParsedRecord): string | undefined {
  return canonicalJson(approvalsIn(record) ?? []);
}
