import { tagParts } from '../../core/model/text/tagParts';
import { versionStep } from '../../core/model/text/versions';
import { isRefName } from '../../core/releaseNotes/releaseCommands';
import { readOnlyGit } from '../readOnlyGit';

/** From where to where a release goes: commits, with the tags that name them. */
export interface ReleaseRange {
  readonly from: { readonly tag: string; readonly commit: string } | undefined;
  readonly to: { readonly tag: string | undefined; readonly commit: string };
}

/** Why there is no range. */
export interface NoRange {
  readonly why: 'noRepository' | 'noTag' | 'noTags';
  /** Tags that there are. */
  readonly known: readonly string[];
}

/** What is released with a tag: what came since the tag before it of the same product. */
export async function rangeOfTag(top: string, tag: string): Promise<ReleaseRange | NoRange> {
  const commit = await commitOf(top, tag);
  if (commit === undefined) return noTag(top);
  const before = await tagBefore(top, tag, commit);
  return { from: before, to: { tag, commit } };
}

/**
 * What came since a tag, up to what is checked out.
 *
 * @param tag the last one there is where none is given
 */
export async function rangeSince(top: string, tag: string | undefined): Promise<ReleaseRange | NoRange> {
  const head = await asked(top, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (!head) return { why: 'noRepository', known: [] };
  const last = tag ?? (await asked(top, ['describe', '--tags', '--abbrev=0', head]));
  if (!last) return { why: 'noTags', known: [] };
  const commit = await commitOf(top, last);
  return commit === undefined
    ? noTag(top)
    : { from: { tag: last, commit }, to: { tag: undefined, commit: head } };
}

async function commitOf(top: string, tag: string): Promise<string | undefined> {
  if (!isRefName(tag)) return undefined;
  return asked(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `refs/tags/${tag}^{commit}`]);
}

async function noTag(top: string): Promise<NoRange> {
  const known = await releaseTags(top);
  return { why: known.length > 0 ? 'noTag' : 'noTags', known };
}

/** Tags of a repository at most, the newest first. */
const mostTags = 1000;

/** The tags of a repository, the newest first. */
export async function releaseTags(top: string): Promise<string[]> {
  const listing = ['--sort=-creatordate', `--count=${mostTags}`, '--format=%(refname:strip=2)', 'refs/tags'];
  const listed = await asked(top, ['for-each-ref', ...listing]);
  return (listed ?? '').split('\n').filter(Boolean);
}

/** The highest earlier version of the same product among the tags of the history of a commit. */
async function tagBefore(top: string, tag: string, commit: string): Promise<ReleaseRange['from']> {
  const format = '--format=%(refname:strip=2) %(objectname) %(*objectname)';
  const listed = await asked(top, [
    'for-each-ref',
    format,
    `--merged=${commit}`,
    '--sort=-creatordate',
    'refs/tags',
  ]);
  const own = tagParts(tag);
  let best: { tag: string; commit: string; version: string } | undefined;
  for (const line of (listed ?? '').split('\n').slice(0, 5000)) {
    const [name = '', object = '', peeled = ''] = line.split(' ');
    const { product, version } = tagParts(name);
    if (name === tag || version === undefined || product !== own.product) continue;
    // A release follows the release before it, not its own candidates.
    if (own.version === undefined || (isEarly(version) && !isEarly(own.version))) continue;
    if (versionStep(version, own.version) !== 'up') continue;
    if (!best || versionStep(best.version, version) === 'up')
      best = { tag: name, commit: peeled || object, version };
  }
  return best && { tag: best.tag, commit: best.commit };
}

function isEarly(version: string): boolean {
  return /[-.]?(?:alpha|beta|rc|pre|dev|snapshot|[ab]\d)/i.test(version);
}

/** What git answers on one or more lines; undefined where it does not. */
async function asked(top: string, args: readonly string[]): Promise<string | undefined> {
  const { code, out } = await readOnlyGit(top, args);
  const text = out.toString('utf8').trim();
  return code === 0 && text !== '' ? text : undefined;
}
