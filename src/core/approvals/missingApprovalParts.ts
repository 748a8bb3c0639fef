import type { People } from '../config/people';
import type { Decision } from '../model/parse/latestApprovals';

/** What an approval must say so that it counts: who, when, and of what. */
export type ApprovalPart = 'by' | 'at' | 'digest';

/** Whether a text names nobody: it is empty, or a mark that stands in the place of a name. */
export function namesNobody(by: string, people: People): boolean {
  return people.keyOf(by) === '' || !/[\p{L}\p{N}]/u.test(by);
}

/** What an approval does not say; a mark that stands in the place of a name is nobody. */
export function missingApprovalParts({ by, at, digest }: Decision, people: People): ApprovalPart[] {
  const parts: ApprovalPart[] = [];
  if (namesNobody(by, people)) parts.push('by');
  if (at === undefined) parts.push('at');
  if (!digest?.trim()) parts.push('digest');
  return parts;
}
