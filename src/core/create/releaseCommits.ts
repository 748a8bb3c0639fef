import { longestId } from '../config/costlyPatterns';
import { isTrackerTicket } from '../config/trackers';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ChangelogKind } from '../model/text/changelogKinds';
import { oneLineValue } from '../model/text/oneLineValue';

/** A commit of a release, as git tells it. */
export interface ReleasedCommit {
  readonly hash: string;
  readonly isMerge: boolean;
  readonly message: string;
}

/** A line for a changelog; without a kind where its commit says none. */
export interface ChangelogItem {
  readonly kind: ChangelogKind | undefined;
  readonly text: string;
  /** Whether those who use it must change something. */
  readonly breaking: boolean;
}

/** Types of Conventional Commits that say something to those who use a product. */
const kinds: { readonly [type: string]: ChangelogKind } = {
  feat: 'added',
  feature: 'added',
  fix: 'fixed',
  bugfix: 'fixed',
  hotfix: 'fixed',
  perf: 'changed',
  change: 'changed',
  security: 'security',
  sec: 'security',
  deprecate: 'deprecated',
  deprecated: 'deprecated',
  remove: 'removed',
  removed: 'removed',
};
const conventional = /^(\w{2,20})(?:\(([^()\n]{1,60})\))?(!)?: +(\S.*)$/;
const breaking = /^BREAKING[ -]CHANGES?: *(\S.*)$/m;
const revert = /^This reverts commit ([0-9a-f]{7,64})/m;
const merge = /^Merge(?:d)? (?:branch|branches|pull request|remote-tracking|tag|commit|in )/;
/** What is made anew before it is merged, and commits of Changebook itself. */
const ofNoInterest = /^(?:fixup|squash|amend)! |^Changebook-Record: /m;

/**
 * The commits that a release really brings, newest first: not what was reverted within it, nor its revert, nor merges.
 * A revert that was reverted itself takes nothing away.
 */
export function effectiveCommits(commits: readonly ReleasedCommit[]): ReleasedCommit[] {
  const undone: string[] = [];
  const left: ReleasedCommit[] = [];
  const hashes = commits.map(({ hash }) => hash);
  for (const commit of commits) {
    if (undone.some((start) => commit.hash.startsWith(start))) continue;
    const target = revert.exec(commit.message)?.[1];
    if (target !== undefined) {
      undone.push(target);
      if (hashes.some((hash) => hash.startsWith(target))) continue;
    }
    if (!commit.isMerge && !merge.test(commit.message) && !ofNoInterest.test(commit.message))
      left.push(commit);
  }
  return left;
}

/**
 * What commits say to those who use a product, newest first: by the types of Conventional Commits. Where no commit has
 * such a type, all their first lines.
 */
export function changelogItems(commits: readonly ReleasedCommit[]): ChangelogItem[] {
  const read = commits.map(({ message }) => conventionalItem(message));
  if (read.some((item) => item !== undefined)) return read.flatMap((item) => (item ? item.items : []));
  return commits.map(({ message }) => ({ kind: undefined, text: firstLine(message), breaking: false }));
}

/** The items of a commit whose first line is conventional; undefined for any other. */
function conventionalItem(message: string): { readonly items: readonly ChangelogItem[] } | undefined {
  const [, type = '', scope, mark, words = ''] = conventional.exec(firstLine(message)) ?? [];
  if (words === '') return undefined;
  const broken = breaking.exec(message)?.[1];
  const isBreaking = mark !== undefined || broken !== undefined;
  const kind = kinds[type.toLowerCase()];
  if (kind === undefined && !isBreaking) return { items: [] };
  const text = scope === undefined ? words : `${scope}: ${words}`;
  const item = { kind: kind ?? 'changed', text, breaking: isBreaking && broken === undefined };
  const told =
    broken === undefined
      ? []
      : [{ kind: 'changed' as const, text: oneLineValue(broken, 500), breaking: true }];
  return { items: kind === undefined && broken !== undefined ? told : [item, ...told] };
}

function firstLine(message: string): string {
  return oneLineValue(message.trimStart().split(/\r?\n/, 1)[0] ?? '', 500);
}

/** Tickets of one release at most, and different words that are looked at. */
const mostTickets = 100;
const mostWords = 20_000;

/** The tickets that messages name: ids of the workspace, and those that a tracker's pattern fits, oldest first. */
export function ticketsIn(
  commits: readonly ReleasedCommit[],
  { data, idPattern }: Pick<WorkspaceConfig, 'data' | 'idPattern'>,
): string[] {
  const isTicket = (text: string): boolean =>
    (/^TKT-/.test(text) && idPattern.test(text)) || isTrackerTicket(text, data.trackers);
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const { message } of [...commits].reverse()) {
    if (ofNoInterest.test(message)) continue;
    for (const word of message.split(/[\s,;:()[\]{}<>"'`|/_]+/)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const ticket = ticketIn(word, isTicket);
      if (ticket !== undefined) found.add(ticket);
      if (found.size === mostTickets || seen.size === mostWords) return [...found];
    }
  }
  return [...found];
}

/** The longest beginning of a word, up to a dash, that is a ticket: branches are called `SUP-12-login`. */
function ticketIn(word: string, isTicket: (text: string) => boolean): string | undefined {
  const whole = word.replace(/[.!?…]+$/, '');
  if (whole.length > longestId || !/\d/.test(whole)) return undefined;
  const parts = whole.split('-');
  for (let count = Math.min(parts.length, 6); count > 0; count--) {
    const start = parts.slice(0, count).join('-');
    if (isTicket(start)) return start;
  }
  return undefined;
}
