import { approvalKey } from '../core/approvals/approvalKey';
import { approvalsIn } from '../core/approvals/approvalsIn';
import { trailerActions } from '../core/audit/trailerActions';
import { overridableRule, waiverKey } from '../core/index/overrides';
import { longestText } from '../core/model/parse/longestText';
import { parseRecord } from '../core/model/parse/parseRecord';
import { plainBodyStart } from '../core/model/parse/readFrontMatter';
import type { ApprovalCommit, LaterDecision } from '../core/model/ports';
import type { LoggedCommit } from './audit/parseLog';

/** An entry of `approvals`, or of `waivers` where that takes a role, and the record that it is in. */
export interface Approval {
  readonly key: string;
  readonly role: string | undefined;
  readonly id: string | undefined;
  readonly by: string | undefined;
  readonly isDenial: boolean;
  /** Whether it is of a procedure, for all changes that are made from it. */
  readonly isStandard: boolean;
  readonly digest: string | undefined;
}

/** An entry with the commit that brought it last, and how many there were before. */
interface Entry {
  readonly approval: Approval;
  readonly commit: Pick<LoggedCommit, 'commit' | 'author'>;
  readonly order: number;
  /** Who took it out of the list, where it does not stand there any more. */
  takenOutBy?: LoggedCommit['author'];
}

/** By an approval's key, the last commit that brought it, or why that is not known. */
export type ApprovalOrigins = Map<string, ApprovalCommit | 'shallow' | 'partial'>;

/**
 * What the commits of a record say of each approval that they ever had.
 *
 * @param commits oldest first
 * @param approvalsIn the approvals in a version of the record; undefined where that version is missing
 * @param cut whether history is cut, where a commit has no parents
 */
export function approvalOrigins(
  commits: readonly Omit<LoggedCommit, 'file'>[],
  approvalsIn: (blob: string) => readonly Approval[] | undefined,
  cut: boolean,
): { readonly origins: ApprovalOrigins; readonly lost: boolean } {
  const origins: ApprovalOrigins = new Map();
  const entries = new Map<string, Entry>();
  let lost = false;
  for (const [order, { parents, before, after, ...commit }] of commits.entries()) {
    const versions = before.map(approvalsIn);
    const old = new Set(versions.flatMap((known) => known ?? []).map(({ key }) => key));
    const now = after === undefined ? [] : approvalsIn(after);
    const unsure = versions.includes(undefined);
    lost ||= unsure || now === undefined;
    // Whatever stood there may have gone in it, and come back by somebody else.
    if (now === undefined) for (const key of origins.keys()) origins.set(key, 'partial');
    for (const approval of now ?? []) {
      const { key } = approval;
      if (old.has(key)) continue;
      // A denial is of whoever brought it first, whoever puts it back.
      if (!approval.isDenial || !entries.has(key)) entries.set(key, { approval, commit, order });
      if (unsure) origins.set(key, 'partial');
      else if (cut && parents.length === 0) origins.set(key, 'shallow');
      else origins.set(key, { ...aboutOf(commit), ...claimIn(commit.message, approval) });
    }
    if (now === undefined) continue;
    for (const { key } of now) old.delete(key);
    for (const key of old) {
      origins.set(key, { ...aboutOf(commit), withdrawn: true });
      const entry = entries.get(key);
      if (entry) entry.takenOutBy = commit.author;
    }
  }
  addDenials(origins, [...entries.values()]);
  addLater(origins, [...entries.values()]);
  return { origins, lost };
}

/** Tells of each approval what was denied later: whoever takes a denial out of the list does not undo it. */
function addDenials(origins: ApprovalOrigins, entries: readonly Entry[]): void {
  const denials = entries.filter(({ approval }) => approval.isDenial);
  if (denials.length === 0) return;
  for (const { approval, order } of entries) {
    const found = origins.get(approval.key);
    if (approval.isDenial || typeof found !== 'object') continue;
    const denied = denials
      .filter((own) => own.order >= order && speaksOf(own.approval, approval))
      .map(laterDecision);
    if (denied.length > 0) origins.set(approval.key, { ...found, denied });
  }
}

/**
 * Tells of each approval of a procedure which one took its place: whoever puts an older text back, whose approval stood in
 * the list all the time, does not undo that. Whoever takes back their own decision does.
 */
function addLater(origins: ApprovalOrigins, entries: readonly Entry[]): void {
  const given = entries.filter(({ approval }) => approval.isStandard && !approval.isDenial);
  for (const { approval, order } of given) {
    const found = origins.get(approval.key);
    if (typeof found !== 'object') continue;
    const superseded = given
      .filter((own) => own.order > order && own.approval.role === approval.role)
      .filter(({ commit, takenOutBy }) => takenOutBy?.address !== commit.author.address)
      .map(laterDecision);
    if (superseded.length > 0) origins.set(approval.key, { ...found, superseded });
  }
}

function laterDecision({
  approval: { key, by, role = '?' },
  commit: { commit, author },
}: Entry): LaterDecision {
  return { key, by, role, commit, author };
}

function speaksOf(denial: Approval, { role, digest }: Approval): boolean {
  return denial.role === role || (digest !== undefined && denial.digest === digest);
}

function aboutOf(logged: Pick<LoggedCommit, 'commit' | 'author' | 'committer' | 'at'>) {
  const { commit, author, committer, at } = logged;
  return { commit, author, committer, at };
}

/** In the message of a squashed merge: who took the decision in its own commit, as far as it says. */
function claimIn(message: string, { id, role }: Approval): Pick<ApprovalCommit, 'claimed'> {
  const told = trailerActions(message).findLast(
    ({ record, origin, action, details }) =>
      origin && action === 'approve' && record === id && details.Role === role,
  );
  return told?.origin ? { claimed: { name: told.origin.name, address: told.origin.address } } : {};
}

/** Reads the approvals of a record's versions; most of them have the same front matter as another one. */
export function approvalReader(): (bytes: Buffer) => readonly Approval[] {
  const byHead = new Map<string, readonly Approval[]>();
  return (bytes) => {
    const text = bytes.length <= longestText ? bytes.toString('utf8') : '';
    const head = text.slice(0, plainBodyStart(text));
    const found = byHead.get(head) ?? approvalsOf(head);
    byHead.set(head, found);
    return found;
  };
}

function approvalsOf(head: string): readonly Approval[] {
  const isDecided = /approvals|aprobaciones|waivers|exenciones/.test(head);
  const record = isDecided ? parseRecord(head, { expected: true }) : undefined;
  if (!record || record.type === 'ticket') return [];
  const { id, waivers = [] } = record.data;
  const isStandard = record.type === 'procedure';
  const approvals = approvalsIn(record) ?? [];
  const given = record.type === 'change' ? waivers.filter(({ rule }) => rule === overridableRule) : [];
  return [
    ...approvals.map((approval) => {
      const { role, by, digest, decision } = approval;
      return {
        key: approvalKey(approval),
        role,
        id,
        by,
        isDenial: decision === 'denied',
        isStandard,
        digest,
      };
    }),
    // A waiver has no role of its own, so that no denial is about it.
    ...given.map((waiver) => {
      return {
        key: waiverKey(waiver),
        role: '',
        id,
        by: waiver.by,
        isDenial: false,
        isStandard,
        digest: undefined,
      };
    }),
  ];
}
