import type { Language } from '../core/model/text/localized';
import type { NoBase } from '../node/changedSince';
import { say } from './command';

/** Why there is nothing to compare with, and what would help: a shallow clone is told which depth it needs. */
export function noBaseText(
  asked: string,
  { kind, said, revision = asked }: NoBase,
  language: Language,
): string {
  const args = { revision: shownRevision(revision) };
  if (kind === 'noRevision') return say(language, 'sinceUnknown', args);
  if (kind !== 'shallow') return say(language, 'sinceNoGit', { reason: said.trim().split('\n')[0] || kind });
  const depth = depthFor(revision);
  if (depth !== undefined) return say(language, 'sinceShallow', { ...args, depth });
  const [, remote, branch] = /^(origin|upstream)\/(.+)$/.exec(revision) ?? [];
  const wanted = branch ? `${remote} ${branch}:refs/remotes/${remote}/${branch}` : `origin ${revision}`;
  return say(language, 'sinceShallowNamed', {
    ...args,
    command: `git fetch --depth=1 ${shownRevision(wanted)}`,
  });
}

/** How deep a clone must be for a revision that counts back from HEAD. */
function depthFor(revision: string): number | undefined {
  const [, back] = /^(?:HEAD|@)((?:[\^~]\d{0,6})+)$/.exec(revision) ?? [];
  if (back === undefined) return undefined;
  let depth = 1;
  for (const [, sign, count] of back.matchAll(/([\^~])(\d*)/g))
    depth += sign === '~' ? Number(count === '' ? 1 : count) : count === '0' ? 0 : 1;
  return depth;
}

/** A revision as a sentence names it. */
export function shownRevision(revision: string): string {
  return revision.replace(/\p{Cc}/gu, ' ').slice(0, 200);
}
