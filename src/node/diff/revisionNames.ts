import { readOnlyGit } from '../readOnlyGit';

/** Revisions that a user may compare with. */
interface RevisionNames {
  /** The main branch; undefined where it is not known. */
  readonly main: string | undefined;
  /** Local branches, remote branches and tags, the newest first. */
  readonly all: readonly string[];
}

/** At most so many names are listed. */
const most = 300;
const usualNames = ['origin/main', 'origin/master', 'main', 'master'];

/** Lists branches and tags; none where git cannot tell. */
export async function revisionNames(root: string): Promise<RevisionNames> {
  const format = '--format=%(refname)%00%(symref)';
  const kinds = ['refs/heads', 'refs/remotes', 'refs/tags'];
  const { out } = await readOnlyGit(root, ['for-each-ref', '--sort=-creatordate', format, ...kinds]);
  let main: string | undefined;
  const all: string[] = [];
  for (const line of out.toString('utf8').split('\n')) {
    const [ref = '', target = ''] = line.trim().split('\0');
    if (target !== '') {
      if (ref === 'refs/remotes/origin/HEAD') main = nameOf(target);
    } else if (ref !== '' && all.length < most) all.push(nameOf(ref));
  }
  return { main: main ?? usualNames.find((name) => all.includes(name)), all };
}

function nameOf(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes|tags)\//, '');
}
