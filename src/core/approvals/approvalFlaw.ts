import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ApprovalCommit, CommitPerson, DenialCommit } from '../model/ports';
import { roleArgs } from '../model/vocabulary/roleArgs';
import type { DecidedApprovals, DecidedRole } from './roleDecision';
import { roleHolders } from './roleHolders';

/** How much later than its commit an approval may say that it was given: clocks differ. */
const clockSlackMs = 5 * 60_000;

/** What an approval's commit says against it, by the name of the sentence. */
export interface ApprovalFlaw {
  readonly message:
    | 'withdrawn'
    | 'denied'
    | 'unsigned'
    | 'unlisted'
    | 'committed'
    | 'notHolder'
    | 'other'
    | 'claimed'
    | 'involved'
    | 'later';
  readonly args: { readonly [name: string]: string | number };
  readonly severity?: 'error';
}

/**
 * What speaks against an approval by the commit that brought it; nothing where it is by whom it names.
 *
 * By an own address of the commit's author, and, where signatures are asked for, by whose key signed it: git's mail
 * map has no part in it.
 */
export function approvalFlaw(
  { role, by, at }: DecidedRole,
  commit: ApprovalCommit,
  { denials = [], signed, involved }: DecidedApprovals,
  config: WorkspaceConfig,
): ApprovalFlaw | undefined {
  const { people } = config;
  const { author, committer, claimed, signature = 'N', signer = '' } = commit;
  const args = {
    commit: commit.commit.slice(0, 9),
    author: nameOf(author, by),
    committer: nameOf(committer, by),
  };
  if (commit.withdrawn) return { message: 'withdrawn', args };
  const denial = commit.denied?.find(
    ({ key, by: who, author: own }) => !denials.includes(key) && (who === undefined || people.isBy(who, own)),
  );
  if (denial) return { message: 'denied', args: deniedArgs(denial), severity: 'error' };
  if (signed && signature !== 'G')
    return { message: commit.unlisted ? 'unlisted' : 'unsigned', args: { ...args, signature } };
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
  const known = [who, author].flatMap(({ name, address }) => [
    ...people.allKeys(address),
    ...people.allKeys(name),
  ]);
  if (known.some((key) => involved.includes(key)))
    return { message: 'involved', args: shownArgs, severity: 'error' };
  const lateMs = at === undefined ? 0 : at - commit.at;
  if (lateMs <= clockSlackMs) return undefined;
  return { message: 'later', args: { ...shownArgs, minutes: Math.ceil(lateMs / 60_000) }, severity: 'error' };
}

function deniedArgs({ role, commit, author }: DenialCommit) {
  return { ...roleArgs('denied', role), commit: commit.slice(0, 9), committer: nameOf(author) };
}

/** Whether it is already said by the names alone that somebody does not hold a role: nothing of git is needed. */
export function isKnownNonHolder(
  { role, by }: Pick<DecidedRole, 'role' | 'by'>,
  config: WorkspaceConfig,
): boolean {
  const { people } = config;
  const holders = roleHolders(config).get(role);
  if (by === undefined || !holders || holders.some((holder) => people.same(holder, by))) return false;
  // A name of which no address is known may be that of an address of which no name is known.
  return !people.isOnlyName(by) || !holders.some((holder) => people.isOnlyAddress(holder));
}

function isHost({ address }: CommitPerson, { data, people }: WorkspaceConfig): boolean {
  return address !== '' && (data.committers ?? []).some((host) => people.sameAddress(host, address));
}

/**
 * Whose key signed, as git names them: `Name <address>`, or an address, whose name is the author's where the author
 * commits with it.
 */
function signerOf(signer: string, { author }: ApprovalCommit, { people }: WorkspaceConfig): CommitPerson {
  const [, name = '', address = signer.trim()] = /^(.*?)\s*<([^<>]+)>$/.exec(signer.trim()) ?? [];
  return { name: name || (people.sameAddress(address, author.address) ? author.name : ''), address };
}

/** A name, with the address where the name is none or the one that an approval claims. */
function nameOf({ name, address }: CommitPerson, by = ''): string {
  const called = name.trim().toLowerCase();
  const isClaimed = called === '' || by.toLowerCase().includes(called);
  const full = name && address ? `${name} <${address}>` : name || address;
  return (isClaimed ? full : name).slice(0, 120);
}
