import type { ChangeData } from '../schema/recordData';

/** A decision in a role, with its place in the list. */
export interface Decision {
  readonly index: number;
  readonly role: string;
  /** Who decided, as written; empty where nobody is named. */
  readonly by: string;
  readonly decision: 'approved' | 'denied';
  readonly digest: string | undefined;
}

/** The decision that counts of each role: its last one in the list. */
export function latestApprovals(approvals: ChangeData['approvals']): Decision[] {
  const latest = new Map<string, Decision>();
  approvals?.forEach(({ role, by = '', decision, digest }, index) => {
    if (!role || !decision) return;
    // Taken out first, so that the order is that of the decisions that count.
    latest.delete(role);
    latest.set(role, { index, role, by, decision, digest });
  });
  return [...latest.values()];
}
