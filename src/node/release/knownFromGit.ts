import { basename } from 'node:path';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { KnownOfChange } from '../../core/create/newChangeInput';
import { type ReleaseFacts, releaseKnown } from '../../core/create/releaseKnown';
import { changelogFile } from '../../core/model/text/changelog';
import type { Language } from '../../core/model/text/localized';
import { ownIdentity } from '../commit/identity';
import { readOnlyGit } from '../readOnlyGit';
import { gitTopLevelOf } from '../workspaceRoot';
import { componentVersions } from './componentVersions';
import { commitsOf } from './releaseCommits';
import { type NoRange, rangeOfTag, rangeSince } from './releaseRange';

/** Bytes of a changelog that are read at most. */
const mostBytes = 2_000_000;

/** Which release a change brings: one with a tag, or what came since a tag (the last one where it is undefined). */
export type ReleaseWish = { readonly fromTag: string } | { readonly sinceTag: string | undefined };

/**
 * What git knows of a change that brings a release. Only objects of the repository are read: whatever is in them is
 * text.
 */
export async function knownFromGit(
  root: string,
  wish: ReleaseWish,
  config: WorkspaceConfig,
  language: Language,
): Promise<KnownOfChange | NoRange> {
  const top = gitTopLevelOf(root);
  if (top === undefined) return { why: 'noRepository', known: [] };
  const range =
    'fromTag' in wish ? await rangeOfTag(top, wish.fromTag) : await rangeSince(top, wish.sinceTag);
  if ('why' in range) return range;
  const { from, to } = range;
  const [before, after, commits, changelog, person] = await Promise.all([
    from ? componentVersions(top, from.commit) : undefined,
    componentVersions(top, to.commit),
    commitsOf(top, range),
    changelogAt(top, to.commit),
    ownIdentity(top),
  ]);
  const facts: ReleaseFacts = {
    fromTag: from?.tag,
    toTag: to.tag,
    before: before?.versions ?? new Map(),
    after: after.versions,
    product: after.topName ?? basename(top),
    commits,
    changelog,
    person: person?.name,
  };
  return releaseKnown(facts, config, language);
}

async function changelogAt(top: string, commit: string): Promise<string | undefined> {
  const { code, out } = await readOnlyGit(top, ['cat-file', 'blob', `${commit}:${changelogFile}`]);
  return code === 0 && out.length <= mostBytes ? out.toString('utf8') : undefined;
}
