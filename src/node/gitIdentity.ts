import { shortHash } from './cache/cacheFolder';
import { KeptFile } from './cache/keptFile';
import { gitState } from './gitState';
import { readOnlyGit, reasonOf } from './readOnlyGit';
import { mayBeInRepository } from './workspaceRoot';

/** What git says follows from this: which history there is, and which names of tags and branches. */
export interface GitIdentity {
  /** The commit of HEAD; empty where there is none. */
  readonly head: string;
  /** Whether history is cut. */
  readonly cut: boolean;
  /** A digest of the names. */
  readonly names: string;
}

/**
 * What git's answers follow from in a folder; the same in every clone that has the same.
 *
 * @returns undefined where git has nothing to say
 */
export async function gitIdentity(root: string): Promise<GitIdentity | undefined> {
  if (!mayBeInRepository(root)) return undefined;
  const known = await headAndNames(root);
  return 'failed' in known ? undefined : known.identity;
}

/** What git's answers follow from, with the names themselves. */
interface HeadAndNames extends RefNames {
  readonly identity: GitIdentity;
}

/** Names as they are kept: of tags, and of branches. */
type KeptNames = readonly [tags: readonly string[], branches: readonly string[]];

/**
 * The commit of HEAD, the names, and whether history is cut. git is asked only where its own files are others than the
 * last time: three processes are an eighth of what a command on one record costs.
 */
export async function headAndNames(root: string): Promise<HeadAndNames | { readonly failed: string }> {
  const files = gitState(root);
  const state = shortHash(files);
  // Where git's files are somewhere else nobody sees them change.
  const file = files === '' ? undefined : KeptFile.of(`${shortHash(root)}.git`);
  const known = file?.read<GitIdentity>(state);
  const kept = known && file?.read<KeptNames>(state, 1);
  if (kept) return { identity: known, tags: new Set(kept[0]), branches: new Set(kept[1]) };
  const asked = ['--is-inside-work-tree', '--is-shallow-repository', '--verify', '--quiet', 'HEAD'];
  const answers = await Promise.all([
    // Fails where there is no work tree.
    readOnlyGit(root, ['rev-parse', ...asked]),
    readOnlyGit(root, ['for-each-ref', '--format=%(refname)', ...namedRefs]),
  ]);
  const [about, refs] = answers;
  const [, cut, head = ''] = about.out.toString('utf8').split('\n');
  // An unborn branch has no HEAD, and may have tags all the same.
  const isBorn = cut === undefined || reasonOf(about.err) !== 'failed';
  const failed = answers.find((answer) => answer.code !== 0 && (answer !== about || isBorn));
  if (failed) return { failed: failed.err };
  const names = refNames(refs.out.toString('utf8'));
  const toKeep: KeptNames = [[...names.tags].sort(), [...names.branches].sort()];
  const identity = { head, cut: cut === 'true', names: shortHash(JSON.stringify(toKeep)) };
  file?.write(state, identity, toKeep);
  return { ...names, identity };
}

/** Names of tags and branches. */
interface RefNames {
  readonly tags: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
}

/** Where git keeps names that records may say. */
const namedRefs = ['refs/tags', 'refs/heads', 'refs/remotes'] as const;

/** The names of tags and branches among references, one a line; a branch of a remote has no remote in its name. */
function refNames(refs: string): RefNames {
  const [tags, branches] = [new Set<string>(), new Set<string>()];
  for (const ref of refs.split('\n')) {
    const [, kind, ...name] = ref.trim().split('/');
    if (kind === 'tags') tags.add(name.join('/'));
    else if (kind === 'heads') branches.add(name.join('/'));
    // A remote's HEAD is no branch: it says which one is meant where none is named.
    else if (kind === 'remotes' && name[1] !== 'HEAD') branches.add(name.slice(1).join('/'));
  }
  return { tags, branches };
}

/** What two histories do not have in common. */
export interface HistoryBetween {
  /** Files of the folder that a commit of only one of them touches. */
  readonly files: ReadonlySet<string>;
  /** Records that such a commit tells of in its message, by their ids. */
  readonly records: ReadonlySet<string>;
}

/** What the commits say that only one of two histories has; undefined where git does not know them both. */
export async function historyBetween(
  root: string,
  before: string,
  after: string,
): Promise<HistoryBetween | undefined> {
  if (!/^[0-9a-f]{40,}$/.test(before) || !/^[0-9a-f]{40,}$/.test(after)) return undefined;
  const range = `${before}...${after}`;
  const plain = ['--no-renames', '--no-show-signature', '--no-color', '--no-notes', '--encoding=UTF-8'];
  const listed = ['-m', '-z', '--format=%x00%B%x00', '--name-only', '--relative', range, '--'];
  const { code, out } = await readOnlyGit(root, ['log', ...plain, ...listed]);
  if (code !== 0) return undefined;
  const text = out.toString('utf8');
  const told = text.matchAll(/^Changebook-Record:[ \t]*(.*?)[ \t\r\0]*$/gim);
  return {
    // Messages are among them, and hurt nobody: no file is named like one. A line ends between one and the first name.
    files: new Set(text.split('\0').map((part) => part.replace(/^\n/, ''))),
    records: new Set([...told].map(([, record = '']) => record)),
  };
}
