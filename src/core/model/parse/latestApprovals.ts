import type { ChangeData } from '../schema/recordData';
import { readDateTime } from '../time/dateTime';

/** A decision in a role, with its index in the list. */
export interface Decision {
  readonly index: number;
  readonly role: string;
  /** Who decided, as written; empty where nobody is named. */
  readonly by: string;
  readonly decision: 'approved' | 'denied';
  readonly digest: string | undefined;
  /** When, in milliseconds since 1970; undefined where no valid time is given. */
  readonly at: number | undefined;
}

/**
 * The decision of each role that counts: the latest by time, whatever the order of the list. At equal times a denial
 * counts. A denial without a time counts as the latest and an approval without one as the earliest, so that no
 * approval hides a denial.
 *
 * The result is in the order of the list.
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
    // Deleted first, since a map keeps the place of a key that is set again.
    latest.delete(role);
    latest.set(role, next);
  });
  return [...latest.values()];
}

/** Whether a decision counts rather than another one below it in the list. */
function isLater(one: Decision, below: Decision): boolean {
  const [time, other] = [one, below].map(({ at, decision }) => {
    return at ?? (decision === 'denied' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  });
  if (time === undefined || other === undefined || time === other)
    return one.decision === 'denied' && below.decision === 'approved';
  return time > other;
}
