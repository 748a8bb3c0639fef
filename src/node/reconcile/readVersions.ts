import { clockSlackMs } from '../../core/model/time/clockSlack';
import type { KnownCommit, KnownTag, KnownVersions } from '../../core/reconcile/comparedChange';
import { namedObjects } from '../namedObjects';
import { readOnlyGit } from '../readOnlyGit';
import type { CommitLine } from './commitLine';

/** None of them can hold a NUL, so that no name and no tagger is taken for the end of a line. */
const tagFields = [
  '%(refname:strip=2)',
  '%(objectname)',
  '%(objecttype)',
  '%(*objectname)',
  '%(*objecttype)',
  '%(taggerdate:unix)',
  '%(committerdate:unix)',
  '%(*committerdate:unix)',
  '%(taggername)',
  '%(taggeremail)',
];

/**
 * The tags of a repository, by name.
 *
 * @param now the moment of the comparison: no tag was made after it
 * @param line the commits whose moments count from their parents' on
 */
export async function readTags(root: string, now: number, line: CommitLine): Promise<Map<string, KnownTag>> {
  const format = `--format=${tagFields.join('%00')}%00`;
  const told = (await run(root, ['for-each-ref', format, 'refs/tags/'])).split('\0');
  const tags = new Map<string, KnownTag>();
  for (let first = 0; first + tagFields.length < told.length; first += tagFields.length) {
    const [
      name = '',
      object = '',
      kind,
      peeled = '',
      peeledKind,
      tagged,
      own,
      inner,
      tagger = '',
      address = '',
    ] = told.slice(first, first + tagFields.length);
    const called = name.replace(/^\n/, '');
    const by = [tagger, address].filter((text) => text !== '').join(' ') || undefined;
    const isOfCommit = (peeledKind || kind) === 'commit';
    const commit = peeled || object;
    const committed = isOfCommit ? laterOf(momentOf(own || inner), line.made(commit), now) : undefined;
    tags.set(called, { name: called, object, commit, at: madeAt(momentOf(tagged), committed, now), by });
  }
  return tags;
}

/** When a commit was made: not before its parents, and where it says that it is still to come nobody knows. */
function laterOf(written: number | undefined, parents: number | undefined, now: number): number | undefined {
  const latest = now + clockSlackMs;
  if (written === undefined || written > latest) return undefined;
  return parents === undefined || parents > latest ? written : Math.max(written, parents);
}

/** When a tag was made: who dates one back or ahead takes it out of no period. */
function madeAt(tagged: number | undefined, committed: number | undefined, now: number): number | undefined {
  if (tagged === undefined || committed === undefined) return committed;
  return tagged < committed || tagged > now + clockSlackMs ? committed : tagged;
}

/** The moment that git gives in seconds; undefined where it says none, or what it could not read. */
function momentOf(seconds: string | undefined): number | undefined {
  const at = Number(seconds) * 1000;
  return at > 0 && at <= latest ? at : undefined;
}

/** The last moment that there are dates of. */
const latest = 8.64e15;

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
  const nameOf = (hash: string): string => `${hash}^{commit}`;
  const ids = await namedObjects(root, asked.map(nameOf), 'commit');
  if (!ids) throw new Error('git cat-file --batch-check');
  return new Map(
    asked.flatMap((hash) => {
      const commit = ids.get(nameOf(hash));
      return commit === undefined ? [] : [[hash, commit] as const];
    }),
  );
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
