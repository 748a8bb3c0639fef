import type { ChangeData } from '../schema/recordData';
import { readDateTime } from '../time/dateTime';

/** A decision in a role, with its place in the list. */
export interface Decision {
  readonly index: number;
  readonly role: string;
  /** Who decided, as written; empty where nobody is named. */
  readonly by: string;
  readonly decision: 'approved' | 'denied';
  readonly digest: string | undefined;
  /** When, in milliseconds since 1970; undefined where nobody can tell. */
  readonly at: number | undefined;
}

/**
 * The decision that counts of each role: its latest one by time, wherever it stands in the list. At equal times a
 * denial counts. Without a time a denial counts before all, and an approval after all: nothing hides a denial.
 *
 * @param zone in which local times are read
 */
export function latestApprovals(approvals: ChangeData['approvals'], zone = 'UTC'): Decision[] {
  const latest = new Map<string, Decision>();
  approvals?.forEach(({ role, by = '', at, decision, digest }, index) => {
    if (!role || !decision) return;
    const moment = at ? readDateTime(at, zone) : undefined;
    const next = { index, role, by, decision, digest, at: moment?.ok ? moment.epochMs : undefined };
    const before = latest.get(role);
    if (before && isLater(before, next)) return;
    // Taken out first, so that the order is that of the decisions that count.
    latest.delete(role);
    latest.set(role, next);
  });
  return [...latest.values()];
}

/** Whether a decision counts rather than one that stands below it. */
function isLater(one: Decision, below: Decision): boolean {
  const [time, other] = [one, below].map(({ at, decision }) => {
    return at ?? (decision === 'denied' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  });
  if (time === undefined || other === undefined || time === other)
    return one.decision === 'denied' && below.decision === 'approved';
  return time > other;
}
