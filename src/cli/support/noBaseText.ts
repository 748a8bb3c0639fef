import { noGitWords } from '../../core/language/noGitWords';
import type { Language } from '../../core/model/text/localized';
import type { NoBase } from '../../node/changedSince';
import { say } from './command';

/** Why there is nothing to compare with, and what would help: a shallow clone is told what it needs, and for what. */
export function noBaseText(
  asked: string,
  { kind, said, revision = asked }: NoBase,
  language: Language,
): string {
  const args = { revision: shownRevision(revision) };
  if (kind === 'noRevision') return say(language, 'sinceUnknown', args);
  if (kind !== 'shallow') {
    // What git says of a failure is all that is known of it.
    const own = kind === 'failed' ? said.trim().split('\n')[0] : undefined;
    return say(language, 'sinceNoGit', { reason: own || noGitWords[kind][language] });
  }
  const [, named = '', back = ''] = /^([^~^]*)(.*)$/s.exec(revision) ?? [];
  const from = fetched(named);
  const [whole, command] = ['--unshallow', `--depth=${depthFor(back)}`].map((how) =>
    ['git fetch', how, shownRevision(from)].join(' ').trimEnd(),
  );
  return say(language, 'sinceShallow', {
    ...args,
    depth: depthFor(back),
    whole: whole ?? '',
    command: command ?? '',
  });
}

/** What fetches a revision under the name that it was asked for by; a clone of one branch knows no other. */
function fetched(named: string): string {
  const [, remote, branch] = /^(origin|upstream)\/(\w[\w./-]*)$/.exec(named) ?? [];
  if (branch) return `${remote} ${branch}:refs/remotes/${remote}/${branch}`;
  // What a shell could read as anything but a name is in no command.
  if (/^(?:HEAD|@)?$/.test(named) || !/^\w[\w./-]*$/.test(named)) return '';
  if (/^[0-9a-f]{7,64}$/i.test(named)) return `origin ${named}`;
  return /^v?\d/.test(named) ? `origin tag ${named}` : `origin ${named}:${named}`;
}

/** How deep a clone must be for what counts back like this: `~2`, `^^`. */
function depthFor(back: string): number {
  let depth = 1;
  for (const [, sign, count] of back.matchAll(/([\^~])(\d{0,6})/g))
    depth += sign === '~' ? Number(count === '' ? 1 : count) : count === '0' ? 0 : 1;
  return depth;
}

/** A revision as a sentence names it. */
export function shownRevision(revision: string): string {
  return revision.replace(/\p{Cc}/gu, ' ').slice(0, 200);
}
