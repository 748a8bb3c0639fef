import type { KnownCommit, KnownTag, KnownVersions } from '../../core/reconcile/comparedChange';
import { readOnlyGit } from '../readOnlyGit';

/** More tags than these are of no release that anybody looks at. */
const mostTags = 200_000;

/** The tags of a repository, by name. */
export async function readTags(root: string): Promise<Map<string, KnownTag>> {
  const fields = [
    '%(refname:strip=2)',
    '%(objectname)',
    '%(*objectname)',
    '%(creatordate:unix)',
    '%(taggername)',
    '%(taggeremail)',
  ];
  const format = `--format=${fields.join('%00')}%00%01`;
  const tags = new Map<string, KnownTag>();
  for (const line of (await run(root, ['for-each-ref', format, 'refs/tags/'])).split('\x01')) {
    const [name = '', object = '', peeled = '', seconds = '', tagger = '', address = ''] = line.split('\0');
    const called = name.replace(/^\n/, '');
    if (called === '' || tags.size >= mostTags) continue;
    const by = [tagger, address].filter((text) => text !== '').join(' ') || undefined;
    tags.set(called, { name: called, commit: peeled || object, at: Number(seconds) * 1000, by });
  }
  return tags;
}

/**
 * What git knows of commits that lists write, which may be shortened.
 *
 * @param written hashes as they stand in lists
 */
export async function readVersions(
  root: string,
  tags: ReadonlyMap<string, KnownTag>,
  written: Iterable<string>,
): Promise<KnownVersions> {
  const asked = [...new Set(written)].filter((hash) => /^[0-9a-f]{7,64}$/i.test(hash));
  const known = new Map<string, KnownCommit>();
  const full = await fullHashes(root, asked);
  const authors = await authorsOf(root, new Set(full.values()));
  for (const [hash, commit] of full) {
    const author = authors.get(commit);
    if (author) known.set(hash, { commit, author });
  }
  return { tags, commitOf: (hash) => known.get(hash) };
}

/** The whole hash of each commit that is there, and of no other object. */
async function fullHashes(root: string, asked: readonly string[]): Promise<Map<string, string>> {
  const full = new Map<string, string>();
  if (asked.length === 0) return full;
  const input = `${asked.map((hash) => `${hash}^{commit}`).join('\n')}\n`;
  const lines = (await run(root, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], input)).split(
    '\n',
  );
  for (const [index, hash] of asked.entries()) {
    const [commit = '', kind] = (lines[index] ?? '').split(' ');
    if (kind === 'commit') full.set(hash, commit);
  }
  return full;
}

async function authorsOf(root: string, commits: ReadonlySet<string>) {
  const authors = new Map<string, KnownCommit['author']>();
  if (commits.size === 0) return authors;
  const call = ['log', '--no-walk=unsorted', '--no-show-signature', '--format=%H%x00%an%x00%ae', '--stdin'];
  for (const line of (await run(root, call, `${[...commits].join('\n')}\n`)).split('\n')) {
    const [commit = '', name = '', address = ''] = line.split('\0');
    if (commit !== '') authors.set(commit, { name, address });
  }
  return authors;
}

async function run(root: string, args: readonly string[], input?: string): Promise<string> {
  const { code, out, err } = await readOnlyGit(root, args, input);
  if (code !== 0) throw new Error(err);
  return out.toString('utf8');
}
