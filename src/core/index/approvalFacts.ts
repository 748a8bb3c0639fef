import { approvalFlaw } from '../approvals/approvalFlaw';
import { approvalKey } from '../approvals/approvalKey';
import { approvalsIn, approvalsPath } from '../approvals/approvalsIn';
import {
  type ApprovedRecord,
  approvedContent,
  approvedFront,
  bindingDigests,
  isBound,
  partHash,
} from '../approvals/approvedContent';
import { missingApprovalParts } from '../approvals/missingApprovalParts';
import type { DecidedApprovals, RoleDecision } from '../approvals/roleDecision';
import { involvedIn } from '../config/involvedIn';
import { zoneFor } from '../config/recordZone';
import { settingOf } from '../config/ruleSetting';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { placeOf } from '../findings/places';
import { type Decision, latestApprovals } from '../model/parse/latestApprovals';
import type { ParsedRecord } from '../model/parse/record';
import type { GitFacts, NoGit } from '../model/ports';
import type { PackedRange } from '../model/text/range';
import { isOpen } from '../workflow/stages';
import { type FactSource, type FactsContext, factsOf } from './factSource';
import type { IndexEntry } from './indexEntry';
import { withoutNothing } from './withoutNothing';

/** Approvals whose digest is not that of the content, with hashes of the content's parts by name. */
interface StaleApprovals {
  readonly approvals: readonly {
    readonly role: string;
    readonly by: string;
    readonly digest: string;
    readonly range: PackedRange;
  }[];
  readonly parts: readonly (readonly [name: string, hash: string])[];
}

/** What rules, views and commands ask about the approvals of a change, or of a procedure for standard changes. */
export interface ApprovalFacts {
  /** The latest decision of each role. */
  readonly decisions: readonly RoleDecision[];
  /** Of an open change, where it is asked who committed its approvals. */
  readonly decided?: DecidedApprovals;
  readonly stale?: StaleApprovals;
  /** The change names neither who requested nor who performs it. */
  readonly nobodyInvolved?: true;
}

/** The approvals of a record; undefined where nobody has decided anything. */
export const approvalFacts = {
  id: 'approvals',
  facts(record: ParsedRecord, { file, config, summary }: FactsContext): ApprovalFacts | undefined {
    if (record.type === 'ticket') return undefined;
    const latest = latestApprovals(approvalsIn(record), zoneFor(record, config));
    if (latest.length === 0) return undefined;
    const open = isOpen(summary.stage);
    const involved = record.type === 'change' ? involvedIn(record.data, config) : [];
    return withoutNothing({
      decisions: latest.map((decision) => roleDecision(decision, open, involved, config)),
      decided: open ? decidedRoles(record, latest, involved, { file, config }) : undefined,
      nobodyInvolved: involved.some((key) => /[\p{L}\p{N}]/u.test(key)) ? undefined : (true as const),
      stale: staleApprovals(record, latest),
    });
  },
} satisfies FactSource;

/** Of a change that has ended nobody asks any more when a decision was taken. */
function roleDecision(
  decision: Decision,
  open: boolean,
  involved: readonly string[],
  { people }: WorkspaceConfig,
): RoleDecision {
  const { role, by, at } = decision;
  const approved = decision.decision === 'approved';
  const lacks = approved ? missingApprovalParts(decision, people) : [];
  const isInvolved = approved && people.allKeys(by).some((key) => involved.includes(key));
  return withoutNothing({
    role,
    by: by || undefined,
    decision: decision.decision,
    at: open ? at : undefined,
    lacks: lacks.length > 0 ? lacks : undefined,
    involved: isInvolved ? (true as const) : undefined,
  });
}

/** Approvals whose digest is another one than that of the content as it stands. */
function staleApprovals(record: ApprovedRecord, latest: readonly Decision[]): StaleApprovals | undefined {
  const bound = latest.filter(({ decision, digest }) => decision === 'approved' && digest);
  if (bound.length === 0) return undefined;
  const front = approvedFront(record);
  const now = bindingDigests(record, front);
  const approvals = bound
    .filter(({ digest }) => !isBound(digest, now, record))
    .map(({ role, by, digest = '', index }) => {
      const range = record.lines.packedAt(placeOf(record, [...approvalsPath(record), index, 'digest']));
      return { role, by, digest, range };
    });
  if (approvals.length === 0) return undefined;
  const parts = [...approvedContent(record, front)].map(([name, text]) => [name, partHash(text)] as const);
  return { approvals, parts };
}

/** Approvals whose commits are asked for. */
function decidedRoles(
  record: ApprovedRecord,
  latest: readonly Decision[],
  involved: readonly string[],
  { file, config }: Pick<FactsContext, 'file' | 'config'>,
): DecidedApprovals | undefined {
  if (settingOf('approval/unverified', { file, config })?.severity === 'off') return undefined;
  const approvals = approvalsIn(record) ?? [];
  const roles = latest.flatMap(({ role, by, at, decision, index }) => {
    const approval = approvals[index];
    // Who gave a review that counts is known already.
    if (decision !== 'approved' || !approval || record.reviewed?.has(approval)) return [];
    const range = record.lines.packedAt(
      placeOf(record, [...approvalsPath(record), index, by ? 'by' : 'role']),
    );
    const { review } = approval;
    return [withoutNothing({ role, by: by || undefined, at, key: approvalKey(approval), review, range })];
  });
  if (roles.length === 0) return undefined;
  const denials = approvals.filter(({ decision }) => decision === 'denied');
  return withoutNothing({
    roles,
    signed: config.data.commit?.signed ? (true as const) : undefined,
    denials: denials.length > 0 ? denials.map(approvalKey) : undefined,
    listed: record.type === 'procedure' && approvals.length > 1 ? approvals.map(approvalKey) : undefined,
    involved,
  });
}

/** Whether the approval of a role that stands in a record does not count, by the commit that brought it. */
export function isVoidApproval(
  role: string,
  { file, summary }: Pick<IndexEntry, 'file' | 'summary'>,
  { config, git }: { readonly config: WorkspaceConfig; readonly git: GitFacts | NoGit | undefined },
): boolean {
  const { decided } = factsOf(summary, approvalFacts) ?? {};
  const one = decided?.roles.find((found) => found.role === role);
  const commit = one && typeof git === 'object' ? git.approvalCommit(file, one.key) : undefined;
  if (!decided || !one || typeof commit !== 'object') return false;
  return approvalFlaw(one, commit, decided, config) !== undefined;
}
