import { approvalKey } from '../core/approvals/approvalKey';
import { toldActions } from '../core/audit/trailers';
import { longestText, parseRecord } from '../core/model/parse/parseRecord';
import { plainBodyStart } from '../core/model/parse/readFrontMatter';
import type { ApprovalCommit } from '../core/ports';
import type { LoggedCommit } from './audit/parseLog';

/** An entry of `approvals`, and the record that it is in. */
export interface Approval {
  readonly key: string;
  readonly role: string | undefined;
  readonly id: string | undefined;
}

/** By an approval's key, the last commit that brought it, or why that is not known. */
export type Brought = Map<string, ApprovalCommit | 'shallow' | 'partial'>;

/**
 * What the commits of a record say of each approval that they ever had.
 *
 * @param commits oldest first
 * @param approvalsIn the approvals in a version of the record; nothing where that version is missing
 * @param cut whether history is cut, where a commit has no parents
 */
export function broughtApprovals(
  commits: readonly Omit<LoggedCommit, 'file'>[],
  approvalsIn: (blob: string) => readonly Approval[] | undefined,
  cut: boolean,
): { readonly brought: Brought; readonly lost: boolean } {
  const brought: Brought = new Map();
  let lost = false;
  for (const { parents, before, after, ...commit } of commits) {
    const versions = before.map(approvalsIn);
    const old = new Set(versions.flatMap((known) => known ?? []).map(({ key }) => key));
    const now = after === undefined ? [] : approvalsIn(after);
    const unsure = versions.includes(undefined);
    lost ||= unsure || now === undefined;
    // Whatever stood there may have gone in it, and come back by somebody else.
    if (now === undefined) for (const key of brought.keys()) brought.set(key, 'partial');
    for (const approval of now ?? []) {
      const { key } = approval;
      if (old.has(key)) continue;
      if (unsure) brought.set(key, 'partial');
      else if (cut && parents.length === 0) brought.set(key, 'shallow');
      else brought.set(key, { ...aboutOf(commit), ...claimIn(commit.message, approval) });
    }
    if (now === undefined) continue;
    for (const { key } of now) old.delete(key);
    for (const key of old) brought.set(key, { ...aboutOf(commit), withdrawn: true });
  }
  return { brought, lost };
}

function aboutOf({
  commit,
  author,
  committer,
  at,
}: Pick<LoggedCommit, 'commit' | 'author' | 'committer' | 'at'>) {
  return { commit, author, committer, at };
}

/** In the message of a squashed merge: who took the decision in its own commit, as far as it says. */
function claimIn(message: string, { id, role }: Approval): Pick<ApprovalCommit, 'claimed'> {
  const told = toldActions(message).findLast(
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
  const record = /approvals|aprobaciones/.test(head) ? parseRecord(head, { expected: true }) : undefined;
  if (record?.type !== 'change') return [];
  const { id, approvals = [] } = record.data;
  return approvals.map((approval) => ({ key: approvalKey(approval), role: approval.role, id }));
}
