import { isOlderDigest } from '../approvals/approvedContent';
import { isValidApproval } from '../approvals/approvedRoles';
import { emergencyRoles, neededRoles, needsNobody } from '../approvals/neededRoles';
import type { RoleDecision } from '../approvals/roleDecision';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { approvalFacts } from '../index/approvalFacts';
import { factsOf } from '../index/factSource';
import type { IndexEntry } from '../index/indexEntry';
import type { RecordIndex } from '../index/recordIndex';
import { clockAt } from '../model/time/ruleClock';
import { riskOf } from '../risk/riskOf';
import { standardCover } from '../rules/approval/standardCover';
import type { ComparedChange } from './comparedChange';
import type { ReconcileException } from './reconcileException';

/** What git shows of a record's approvals when it was deployed. */
export interface ApprovalEvidence {
  /** Of the roles whose approvals were not there yet: the commit that brought them, where there is one. */
  readonly late: ReadonlyMap<string, { readonly commit?: string; readonly at?: number }>;
  /** The roles that approved something else than what stood there then; undefined where that was not looked at. */
  readonly other?: readonly string[];
}

/** What a deployed change is judged by. */
export interface ApprovalInput {
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly entry: IndexEntry;
  readonly change: ComparedChange;
  /** When it was deployed. */
  readonly at: number;
  /** When the comparison is made. */
  readonly now: number;
  /** Undefined where git does not know. */
  readonly evidence: ApprovalEvidence | undefined;
}

/** The roles whose approval a deployment needed, and where it lacked them. */
export function approvalExceptions(input: ApprovalInput): Omit<ReconcileException, 'deployment'>[] {
  const { entry, change, evidence, now } = input;
  const { summary } = entry;
  if (!summary.change || summary.cameClosed) return [];
  const facts = factsOf(summary, approvalFacts);
  const decisions = new Map((facts?.decisions ?? []).map((decision) => [decision.role, decision]));
  const { before, afterwards } = rolesOf(input, decisions);
  const clock = clockAt(now);
  const counts = (role: string): boolean => {
    const decision = decisions.get(role);
    return decision !== undefined && isValidApproval(decision, clock.hasPassed);
  };
  const exceptions: Omit<ReconcileException, 'deployment'>[] = [];
  const never = [...before, ...afterwards].filter((role) => !counts(role));
  if (never.length > 0) exceptions.push({ kind: 'unapproved', change, roles: never });
  const late = before.filter((role) => counts(role) && isLate(role, input));
  const [first] = late;
  if (first !== undefined) {
    const { commit, at } = evidence?.late.get(first) ?? {};
    const saidAt = saidAtOf(first, change);
    exceptions.push({
      ...{ kind: 'beforeApproval', change, roles: late },
      ...(saidAt === undefined ? {} : { saidAt }),
      ...(commit === undefined ? {} : { commit }),
      ...(at === undefined ? {} : { commitAt: at }),
    });
  }
  const needed = new Set([...before, ...afterwards]);
  const stale = (facts?.stale?.approvals ?? []).filter(({ digest }) => !isOlderDigest(digest));
  const other = (evidence?.other ?? stale.map(({ role }) => role)).filter((role) => needed.has(role));
  if (other.length > 0) exceptions.push({ kind: 'otherContent', change, roles: other });
  return exceptions;
}

/** Which roles had to approve before it was deployed, and which may do so afterwards. */
function rolesOf(
  { entry: { file, summary }, config, index, change, now }: ApprovalInput,
  decisions: ReadonlyMap<string, RoleDecision>,
): { readonly before: readonly string[]; readonly afterwards: readonly string[] } {
  const facts = summary.change;
  if (!facts) return { before: [], afterwards: [] };
  const clock = clockAt(now);
  const { level } = riskOf(facts, file, index, clock.hasPassed);
  const needed = neededRoles(facts, level, config);
  const cover = standardCover({ file, summary, index, config, ...clock, git: undefined });
  const covered = cover && !cover.flaw ? cover.roles : new Set<string>();
  const own = needed.filter((role) => !covered.has(role));
  if (facts.changeType !== 'emergency') {
    const isSpared = needed.length > 0 || (cover && !cover.flaw) || needsNobody(facts, level, config);
    return { before: isSpared ? own : ['?'], afterwards: [] };
  }
  const isClosed = change.facts.stage === 'done';
  const named = emergencyRoles(config);
  if (named.length > 0)
    return { before: named, afterwards: isClosed ? own.filter((role) => !named.includes(role)) : [] };
  // Any one of them is enough beforehand: the one that came first.
  const [first] = own
    .filter((role) => decisions.get(role)?.decision === 'approved')
    .sort((one, other) => (saidAtOf(one, change) ?? 0) - (saidAtOf(other, change) ?? 0));
  const before = first === undefined ? own.slice(0, 1) : [first];
  return { before, afterwards: isClosed ? own.filter((role) => !before.includes(role)) : [] };
}

/** Whether an approval came after the deployment, by what it says or by what git shows. */
function isLate(role: string, { change, at, evidence }: ApprovalInput): boolean {
  const saidAt = saidAtOf(role, change);
  return (saidAt !== undefined && saidAt > at) || evidence?.late.has(role) === true;
}

/** When a role approved a change, as its record says; of several the last. */
function saidAtOf(role: string, { facts }: ComparedChange): number | undefined {
  const times = (facts.approvals ?? []).flatMap((one) =>
    one.role === role && one.decision === 'approved' && one.at !== undefined ? [one.at] : [],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}
