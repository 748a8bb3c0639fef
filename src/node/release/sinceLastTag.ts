import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { effectiveCommits, ticketsIn } from '../../core/create/releaseCommits';
import type { KnownRelease } from '../../core/language/languageInput';
import { gitTopLevelOf } from '../workspaceRoot';
import { componentVersions } from './componentVersions';
import { commitsOf } from './releaseCommits';
import { rangeSince } from './releaseRange';

/**
 * What is to be released, as git has it: versions now and at the last tag, and the tickets of the commits between.
 *
 * @returns undefined where there is no repository, or no commit in it
 */
export async function sinceLastTag(root: string, config: WorkspaceConfig): Promise<KnownRelease | undefined> {
  const top = gitTopLevelOf(root);
  if (top === undefined) return undefined;
  const range = await rangeSince(top, undefined);
  if ('why' in range && range.why === 'noRepository') return undefined;
  if ('why' in range) {
    const { versions } = await componentVersions(top, 'HEAD');
    return { tag: undefined, before: new Map(), versions, tickets: [] };
  }
  const { from, to } = range;
  const [before, now, commits] = await Promise.all([
    from ? componentVersions(top, from.commit) : undefined,
    componentVersions(top, to.commit),
    commitsOf(top, range),
  ]);
  return {
    tag: from?.tag,
    before: before?.versions ?? new Map(),
    versions: now.versions,
    tickets: ticketsIn([...effectiveCommits(commits), ...commits.filter(({ isMerge }) => isMerge)], config),
  };
}
