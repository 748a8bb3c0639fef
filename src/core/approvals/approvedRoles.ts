import { clockSlackMs } from '../model/time/clockSlack';
import type { Clock } from '../model/time/ruleClock';
import type { RoleDecision } from './roleDecision';

/** Whether an approval is dated in the future. */
export function isInFuture({ at }: RoleDecision, hasPassed: Clock['hasPassed']): boolean {
  return at !== undefined && !hasPassed(at - clockSlackMs);
}

/** Whether the latest decision of a role is an approval that counts: nothing is missing, and it is not in the future. */
export function isValidApproval(decision: RoleDecision, hasPassed: Clock['hasPassed']): boolean {
  return decision.decision === 'approved' && !decision.lacks && !isInFuture(decision, hasPassed);
}

/** The roles that have approved a change. */
export function approvedRoles(
  approvals: readonly RoleDecision[],
  hasPassed: Clock['hasPassed'],
): ReadonlySet<string> {
  return new Set(
    approvals.filter((decision) => isValidApproval(decision, hasPassed)).map(({ role }) => role),
  );
}
