import { approvalFlaw, isKnownNonHolder } from '../approvals/approvalFlaw';
import { roleHolders } from '../approvals/roleHolders';
import type { RuledFile } from '../config/ruleSetting';
import type { WaiverFacts } from '../index/recordSummary';
import type { GitFacts, NoGit } from '../model/ports';
import type { MessageArgs } from '../model/text/localized';
import { roleArgs } from '../model/vocabulary/roleArgs';

/** Why a waiver does not count for what only holders of some roles may waive. */
export interface OverrideFlaw {
  readonly message: 'nobody' | 'notHolder' | 'other' | 'unsigned' | 'uncommitted' | 'notAsked' | 'unknown';
  readonly args: MessageArgs;
  /** It will be known as soon as somebody commits, or trusts the folder, and counts until then. */
  readonly mild?: true;
}

const flawMessages: { readonly [flaw: string]: 'notHolder' | 'unsigned' } = {
  notHolder: 'notHolder',
  unsigned: 'unsigned',
  unlisted: 'unsigned',
};

/**
 * Why a waiver does not count, or not yet, by the commit that brought it; undefined where it counts.
 *
 * @param roles whose holders may waive it
 */
export function overrideFlaw(
  { by = '?', override, range }: WaiverFacts,
  roles: readonly string[],
  { file, git, config }: RuledFile & { readonly git: GitFacts | NoGit | undefined },
): OverrideFlaw | undefined {
  const holders = roles.flatMap((role) => roleHolders(config).get(role) ?? []);
  const args = { by, ...roleArgs('roles', ...roles), holders: holders.slice(0, 8).join(', ') || '?' };
  if (!override || roles.length === 0) return { message: 'nobody', args };
  if (roles.every((role) => isKnownNonHolder({ role, by }, config))) return { message: 'notHolder', args };
  const found = typeof git === 'object' ? git.approvalCommit(file, override.key) : git;
  if (found === undefined) return undefined;
  if (found === 'uncommitted' || found === 'notAsked') return { message: found, args, mild: true };
  if (typeof found === 'string') return { message: 'unknown', args };
  const { key, involved, signed } = override;
  const flaws = roles.map((role) =>
    approvalFlaw(
      { role, by, key, range },
      found,
      { roles: [], involved, ...(signed ? { signed } : {}) },
      config,
    ),
  );
  const flaw = flaws.includes(undefined) ? undefined : flaws[0];
  return flaw && { message: flawMessages[flaw.message] ?? 'other', args: { ...flaw.args, ...args } };
}
