import type { Clock } from '../model/time/ruleClock';
import type { RoleDecision } from './roleDecision';

/** Clocks of different machines are that much apart. */
const toleranceMs = 5 * 60_000;

/** Whether an approval is dated after now, which nobody can have given yet. */
export function isInFuture({ at }: RoleDecision, hasPassed: Clock['hasPassed']): boolean {
  return at !== undefined && !hasPassed(at - toleranceMs);
}

/** Whether a role's latest decision is an approval that counts: it says who, when and of what, and is of the past. */
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
