import { decodeText } from '../../core/model/parse/decodeText';
import type { ReceiptPlace } from '../../core/receipt/makeReceipt';
import { changedSince } from '../changedSince';
import { isOfWorkspace } from '../checkBase';
import type { DiskFacts } from '../diskFacts';
import { headAndNames } from '../gitIdentity';
import { type NoGit, readOnlyGit, reasonOf } from '../readOnlyGit';
import { readFileText } from '../readText';
import type { Survey } from '../surveyWorkspace';

/** Why nothing can be stated of a repository. */
export interface NoPlace {
  /** `shallow`: its history is cut. `dirty`: files that decide are not as they were committed. */
  readonly failed: NoGit | 'shallow' | 'unborn' | 'dirty';
  /** What git says, or the files that are not committed. */
  readonly said: string;
}

/** Names that records say of releases. */
export interface ReleaseNamesOf {
  readonly tags: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
}

/** A graph of commits that somebody wrote may tell of parents that they do not have. */
const fromCommits = ['-c', 'core.commitGraph=false'] as const;

/** What a receipt says of the repository of a workspace: its HEAD, the first commits, and which of some names there are. */
export async function receiptPlace(root: string, names: ReleaseNamesOf): Promise<ReceiptPlace | NoPlace> {
  const known = await headAndNames(root);
  if ('failed' in known) return { failed: reasonOf(known.failed), said: known.failed };
  const { head, cut } = known.identity;
  if (cut) return { failed: 'shallow', said: '' };
  if (head === '') return { failed: 'unborn', said: '' };
  const [prefix, listed, roots] = await Promise.all([
    readOnlyGit(root, ['rev-parse', '--show-prefix']),
    tagsOf(root),
    rootsOf(root, head),
  ]);
  if (prefix.code !== 0 || !listed || !roots) return { failed: 'failed', said: prefix.err };
  return {
    commit: head,
    roots,
    workspace: prefix.out.toString('utf8').replace(/\n$/, '').replace(/\/$/, ''),
    tags: [...listed].filter(({ name }) => names.tags.has(name)),
    branches: [...known.branches].filter((name) => names.branches.has(name)).sort(),
  };
}

/** The first commits of a commit's history, in order; undefined where git cannot tell. */
export async function rootsOf(root: string, commit: string): Promise<string[] | undefined> {
  const call = [...fromCommits, 'rev-list', '--max-parents=0', commit, '--'];
  const { code, out } = await readOnlyGit(root, call);
  return code === 0 ? out.toString('latin1').split('\n').filter(Boolean).sort() : undefined;
}

/** The tags of a repository with what each of them is; undefined where git cannot tell. */
export async function tagsOf(root: string): Promise<ReceiptPlace['tags'] | undefined> {
  const call = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags'];
  const { code, out } = await readOnlyGit(root, call);
  if (code !== 0) return undefined;
  const lines = out.toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [object = ''] = line.split(' ', 1);
    return { object, name: line.slice(object.length + ' refs/tags/'.length) };
  });
}

/**
 * The files of a workspace that had a part in a decision, and are not as HEAD has them.
 *
 * @param facts what was asked of other files when it was taken
 */
export async function uncommittedOf(
  { root, files, texts }: Survey,
  facts: Pick<DiskFacts, 'asked'>,
): Promise<string[] | NoPlace> {
  const known = [...files, ...texts].map(({ file }) => file);
  const changed = await changedSince(root, 'HEAD', known, isOfWorkspace);
  if ('kind' in changed)
    return { failed: changed.kind === 'noRevision' ? 'unborn' : changed.kind, said: changed.said };
  const { before, tracked } = changed;
  const edited = [...before]
    .filter(([file, bytes]) => isOfWorkspace(file) && !isAs(root, file, bytes))
    .map(([file]) => file);
  // What a record links to was there, or not; whatever else lies around has no part in it.
  const linked = facts.asked.exists.flatMap(([path, isThere]) => {
    const file = path.replace(/\/$/, '');
    const isTracked = tracked.has(file) || [...tracked].some((one) => one.startsWith(`${file}/`));
    return isThere === isTracked || file === '' || isOfWorkspace(file) ? [] : [file];
  });
  return [...new Set([...edited, ...linked])].sort();
}

/** Whether a file holds what was committed: git also lists files that were only touched, and line ends are its own affair. */
function isAs(root: string, file: string, committed: Buffer | undefined): boolean {
  const own = committed && readFileText(root, file)?.text;
  const plain = (text: string): string => text.replace(/\r\n/g, '\n');
  return own !== undefined && plain(own) === plain(decodeText(committed ?? Buffer.alloc(0)).text);
}

/** Where a commit stands in a repository. */
export type CommitPlace =
  | 'unknown'
  /** It is there, and no branch and no tag leads to it. */
  | 'unreachable'
  /** A branch or a tag leads to it, but not what is checked out. */
  | 'aside'
  | 'checkedOut';

/** Where a commit stands: history that was rewritten leaves commits behind that nothing leads to. */
export async function commitPlace(root: string, commit: string): Promise<CommitPlace | NoPlace> {
  const there = await readOnlyGit(root, ['cat-file', '-t', commit]);
  if (there.code < 0 || /not a git repository|dubious ownership/.test(there.err))
    return { failed: reasonOf(there.err), said: there.err };
  if (there.out.toString('latin1').trim() !== 'commit') return 'unknown';
  const kinds = ['refs/heads', 'refs/tags', 'refs/remotes'];
  const [refs, head] = await Promise.all([
    readOnlyGit(root, [...fromCommits, 'for-each-ref', '--count=1', `--contains=${commit}`, ...kinds]),
    readOnlyGit(root, [...fromCommits, 'merge-base', '--is-ancestor', commit, 'HEAD']),
  ]);
  if (refs.code !== 0) return { failed: reasonOf(refs.err), said: refs.err };
  if (refs.out.length === 0) return 'unreachable';
  return head.code === 0 ? 'checkedOut' : 'aside';
}
