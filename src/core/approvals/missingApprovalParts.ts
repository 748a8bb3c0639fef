import type { People } from '../config/people';
import type { Decision } from '../model/parse/latestApprovals';

/** The parts that an approval needs to count: who, when, and of which content. */
export type ApprovalPart = 'by' | 'at' | 'digest';

/** Whether a text names nobody: it is empty or a placeholder. */
export function namesNobody(by: string, people: People): boolean {
  return people.keyOf(by) === '' || !/[\p{L}\p{N}]/u.test(by);
}

/** The parts that an approval lacks. A placeholder in place of a name counts as missing. */
export function missingApprovalParts({ by, at, digest }: Decision, people: People): ApprovalPart[] {
  const parts: ApprovalPart[] = [];
  if (namesNobody(by, people)) parts.push('by');
  if (at === undefined) parts.push('at');
  if (!digest?.trim()) parts.push('digest');
  return parts;
}
