import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ApprovalCommit, CommitPerson, LaterDecision } from '../model/ports';
import { clockSlackMs } from '../model/time/clockSlack';
import { roleArgs } from '../model/vocabulary/roleArgs';
import type { DecidedApprovals, DecidedRole } from './roleDecision';
import { roleHolders } from './roleHolders';

/** Why an approval does not count by its commit: the name of the message, and its arguments. */
interface ApprovalFlaw {
  readonly message:
    | 'withdrawn'
    | 'denied'
    | 'superseded'
    | 'unsigned'
    | 'unlisted'
    | 'committed'
    | 'notHolder'
    | 'other'
    | 'claimed'
    | 'reviewed'
    | 'reviewedBy'
    | 'involved'
    | 'later';
  readonly args: { readonly [name: string]: string | number };
  readonly severity?: 'error';
}

/**
 * Why an approval does not count by the commit that brought it, or undefined where it counts.
 *
 * The approver must be the author of the commit or, where signatures are required, its signer. Names and addresses are
 * those of the commit itself, without `.mailmap`.
 */
export function approvalFlaw(
  { role, by, at, review }: DecidedRole,
  commit: ApprovalCommit,
  { denials = [], listed = [], signed, involved }: DecidedApprovals,
  config: WorkspaceConfig,
): ApprovalFlaw | undefined {
  const { people } = config;
  const { author, committer, claimed, signature = 'N', signer = '' } = commit;
  const shownCommit = commit.commit.slice(0, 9);
  const args = { commit: shownCommit, author: nameOf(author, by), committer: nameOf(committer, by) };
  if (commit.withdrawn) return { message: 'withdrawn', args };
  const denial = commit.denied?.find(
    ({ key, by: who, author: own }) => !denials.includes(key) && (who === undefined || people.isBy(who, own)),
  );
  if (denial) return { message: 'denied', args: deniedArgs(denial), severity: 'error' };
  const later = commit.superseded?.find(
    (own) => !listed.includes(own.key) && isRealDecision({ ...own, role }, config),
  );
  if (later) return { message: 'superseded', args: deniedArgs(later), severity: 'error' };
  if (signed && signature !== 'G')
    return { message: commit.unlisted ? 'unlisted' : 'unsigned', args: { ...args, signature } };
  if (review !== undefined) {
    const flaw = writtenFlaw(
      { role, by, review },
      commit,
      signed ? signerOf(signer, commit, config) : author,
      config,
    );
    if (flaw) return { ...flaw, args: { ...args, ...flaw.args } };
    if (people.allKeys(by).some((key) => involved.includes(key)))
      return { message: 'involved', args: { ...args, committer: by ?? '?' }, severity: 'error' };
    return laterFlaw(at, commit.at, args);
  }
  if (!people.sameAddress(author.address, committer.address) && !isHost(committer, config))
    return { message: 'committed', args };
  const who = signed ? signerOf(signer, commit, config) : author;
  const shownArgs = { ...args, committer: nameOf(who, by) };
  const isHolder = roleHolders(config)
    .get(role)
    ?.some((holder) => people.isBy(holder, who));
  if (by !== undefined && !people.isBy(by, who))
    return claimed
      ? { message: 'claimed', args: { ...shownArgs, claimed: nameOf(claimed, by) } }
      : { message: 'other', args: shownArgs };
  if (isHolder === false)
    return { message: 'notHolder', args: { ...shownArgs, ...(by ? {} : { by: nameOf(who) }) } };
  const keys = [who.address, who.name, author.address, author.name].flatMap((text) => people.allKeys(text));
  if (keys.some((key) => involved.includes(key)))
    return { message: 'involved', args: shownArgs, severity: 'error' };
  return laterFlaw(at, commit.at, shownArgs);
}

function laterFlaw(
  at: number | undefined,
  committedAt: number,
  args: ApprovalFlaw['args'],
): ApprovalFlaw | undefined {
  const lateMs = at === undefined ? 0 : at - committedAt;
  if (lateMs <= clockSlackMs) return undefined;
  return { message: 'later', args: { ...args, minutes: Math.ceil(lateMs / 60_000) }, severity: 'error' };
}

/**
 * Why a review that was written down does not count: it is a claim of whoever committed it, and only one account's are
 * taken. The role must be held by the reviewer, whom the configuration names for it.
 *
 * @param who whose commit it is: its author or, where signatures are required, its signer
 */
function writtenFlaw(
  { role, by, review }: { readonly role: string; readonly by: string | undefined; readonly review: string },
  { author, committer }: ApprovalCommit,
  who: CommitPerson,
  config: WorkspaceConfig,
): ApprovalFlaw | undefined {
  const { people, data } = config;
  const account = data.reviews?.committer ?? '';
  const isOwn = [author, committer, who].every(
    ({ address }) => account !== '' && people.sameAddress(account, address),
  );
  const args = {
    review: review.slice(0, 200),
    committer: nameOf(isOwn ? who : committer),
    'allowed.en': account || 'nobody',
    'allowed.es': account || 'nadie',
  };
  if (!isOwn) return { message: 'reviewed', args };
  const holders = roleHolders(config).get(role) ?? [];
  if (by !== undefined && holders.some((holder) => people.same(holder, by))) return undefined;
  return { message: 'reviewedBy', args };
}

/** Whether a decision that stands no longer in its list was given by whoever it names, who may give it. */
function isRealDecision({ role, by, author }: LaterDecision, config: WorkspaceConfig): boolean {
  const { people } = config;
  if (by !== undefined && !people.isBy(by, author)) return false;
  return (
    roleHolders(config)
      .get(role)
      ?.some((holder) => people.isBy(holder, author)) ?? true
  );
}

function deniedArgs({ role, commit, author }: LaterDecision) {
  return { ...roleArgs('denied', role), commit: commit.slice(0, 9), committer: nameOf(author) };
}

/** Whether the configuration alone, without git, shows that somebody does not hold a role. */
export function isKnownNonHolder(
  { role, by }: Pick<DecidedRole, 'role' | 'by'>,
  config: WorkspaceConfig,
): boolean {
  const { people } = config;
  const holders = roleHolders(config).get(role);
  if (by === undefined || !holders || holders.some((holder) => people.same(holder, by))) return false;
  // A name without a known address may belong to an address without a known name.
  return !people.isOnlyName(by) || !holders.some((holder) => people.isOnlyAddress(holder));
}

function isHost({ address }: CommitPerson, { data, people }: WorkspaceConfig): boolean {
  return address !== '' && (data.committers ?? []).some((host) => people.sameAddress(host, address));
}

/**
 * The signer of a commit from git's `Name <address>` or address. An address alone gets the author's name if it is the
 * author's.
 */
function signerOf(signer: string, { author }: ApprovalCommit, { people }: WorkspaceConfig): CommitPerson {
  const [, name = '', address = signer.trim()] = /^(.*?)\s*<([^<>]+)>$/.exec(signer.trim()) ?? [];
  return { name: name || (people.sameAddress(address, author.address) ? author.name : ''), address };
}

/** A person's name, with the address where the name is empty or the same as the claimed approver's. */
function nameOf({ name, address }: CommitPerson, by = ''): string {
  const called = name.trim().toLowerCase();
  const isClaimed = called === '' || by.toLowerCase().includes(called);
  const full = name && address ? `${name} <${address}>` : name || address;
  return (isClaimed ? full : name).slice(0, 120);
}
