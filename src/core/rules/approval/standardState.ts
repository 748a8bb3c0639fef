import { approvalFlaw, isKnownNonHolder } from '../../approvals/approvalFlaw';
import { isValidApproval } from '../../approvals/approvedRoles';
import { standardRoles } from '../../approvals/neededRoles';
import type { DecidedApprovals, DecidedRole, RoleDecision } from '../../approvals/roleDecision';
import { bareId } from '../../config/conditions';
import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import type { IndexEntry } from '../../index/indexEntry';
import { conditionOf, type StandardTerms, standardFacts } from '../../procedure/standardFacts';
import type { WorkspaceContext } from '../rule';

/** What the state of a procedure in the catalogue is judged by. */
export type StandardInput = Pick<WorkspaceContext, 'index' | 'config' | 'git' | 'hasPassed'>;

/** Where a procedure stands in the catalogue of standard changes. */
export interface StandardState {
  readonly terms: StandardTerms;
  /** The roles that approve it. */
  readonly needed: readonly string[];
  /** Its decisions that count, by their roles. */
  readonly approved: ReadonlyMap<string, RoleDecision>;
  /** The roles that have not approved it as it stands; of one that nobody has to approve, an empty name. */
  readonly missing: readonly string[];
  /** How many of its changes failed or were rolled back since it was approved. */
  readonly failures: number;
  /** Why its changes need approvals of their own, whatever they are; undefined where it is in force. */
  readonly flaw?:
    | 'noConditions'
    | 'twin'
    | 'ended'
    | 'withdrawn'
    | 'denied'
    | 'edited'
    | 'unverified'
    | 'open';
  /** The same for what began before its last day was past: that it has ended since is left out. */
  readonly flawInTime?: StandardState['flaw'];
}

/** Whether a procedure says anything of standard changes. */
export function isStandardProcedure({ summary }: IndexEntry): boolean {
  return factsOf(summary, standardFacts)?.terms !== undefined;
}

/** The state of a procedure among the standard ones; undefined of one that is none. */
export function standardState(entry: IndexEntry, input: StandardInput): StandardState | undefined {
  const { terms } = factsOf(entry.summary, standardFacts) ?? {};
  if (!terms) return undefined;
  const id = entry.summary.id ?? '';
  const { decisions = [], stale, decided } = factsOf(entry.summary, approvalFacts) ?? {};
  const failed = input.index.standardFailures.of(id);
  const since = (decision: RoleDecision): number => failed.filter((at) => at > (decision.at ?? 0)).length;
  const isEdited = ({ role }: RoleDecision): boolean =>
    stale?.approvals.some((approval) => approval.role === role) ?? false;
  const given = decisions.filter((decision) => isValidApproval(decision, input.hasPassed));
  const bound = given.filter((decision) => !isEdited(decision));
  const verified = bound.filter(({ role }) => !isFlawed(role, decided, entry, input));
  const counting = verified.filter((decision) => since(decision) < terms.mostFailures);
  const approved = new Map(counting.map((decision) => [decision.role, decision]));
  const needed = standardRoles(conditionOf(terms), id, input.config);
  const none = needed.length === 0 && approved.size === 0 ? [''] : [];
  const missing = [...needed.filter((role) => !approved.has(role)), ...none];
  const lacks = (all: readonly RoleDecision[]): boolean =>
    missing.some((role) => !all.some((decision) => role === '' || decision.role === role));
  const flawIf = (hasEnded: boolean): StandardState['flaw'] => {
    if (terms.when.length === 0 || terms.when.some(([, values]) => values.length === 0))
      return 'noConditions';
    if (isTwin(entry, input)) return 'twin';
    if (decisions.some(({ decision }) => decision === 'denied')) return 'denied';
    if (hasEnded) return 'ended';
    if (missing.length === 0) return undefined;
    if (lacks(given)) return 'open';
    if (lacks(bound)) return 'edited';
    return lacks(verified) ? 'unverified' : 'withdrawn';
  };
  const flaw = flawIf(terms.end !== undefined && input.hasPassed(terms.end));
  const flawInTime = flaw === 'ended' ? flawIf(false) : flaw;
  const failures = Math.max(0, ...verified.map(since));
  return {
    terms,
    needed,
    approved,
    missing,
    failures,
    ...(flaw ? { flaw } : {}),
    ...(flawInTime ? { flawInTime } : {}),
  };
}

/** Whether an approval does not count by the commit that brought it, as far as that is known. */
function isFlawed(
  role: string,
  decided: DecidedApprovals | undefined,
  { file }: IndexEntry,
  { git, config }: StandardInput,
): boolean {
  const one = decided?.roles.find((own) => own.role === role);
  if (!one || !decided) return false;
  const found = typeof git === 'object' ? git.approvalCommit(file, one.key) : undefined;
  return typeof found === 'object'
    ? approvalFlaw(one, found, decided, config) !== undefined
    : isKnownNonHolder(one, config);
}

/** Whether other records have the id too, or one that conditions do not tell from it. */
function isTwin({ file, summary: { id = '' } }: IndexEntry, { index, config }: StandardInput): boolean {
  if (index.filesWithId(id).some((other) => other !== file)) return true;
  if (!config.idPattern.test(id.toLowerCase())) return false;
  return [...index.idsNumberedAs(id)].some((other) => other !== id && bareId(other) === bareId(id));
}

/** The approvals of a procedure that its standard changes go by. */
export function standardApprovals({ summary }: IndexEntry): readonly DecidedRole[] {
  return factsOf(summary, approvalFacts)?.decided?.roles ?? [];
}
