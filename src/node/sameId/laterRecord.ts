import { isShallow } from '../audit/readCommits';
import { readOnlyGit } from '../readOnlyGit';

/** When a file came: by which commit; undefined where none has it. */
interface FirstCommit {
  readonly file: string;
  readonly commit?: string;
  readonly at: number;
  /** What came before it is cut off. */
  readonly cut: boolean;
}

/** The file that was committed last of some with the same id, or not at all yet; undefined where that cannot be told. */
export async function laterRecord(root: string, files: readonly string[]): Promise<string | undefined> {
  const shallow = await isShallow(root).catch(() => false);
  const firsts = await Promise.all(files.map((file) => firstCommit(root, file, shallow)));
  let latest: FirstCommit | undefined;
  for (const one of firsts) {
    const others = firsts.filter((other) => other !== one);
    const later = await Promise.all(others.map((other) => isLater(root, one, other)));
    if (later.every(Boolean)) latest = one;
  }
  return latest?.file;
}

async function firstCommit(root: string, file: string, shallow: boolean): Promise<FirstCommit> {
  const args = ['-c', 'core.commitGraph=false', '--literal-pathspecs', 'log', '--follow'];
  const shown = ['--name-status', '--find-renames', '--no-color', '--format=%x00%H %ct %P'];
  const { code, out } = await readOnlyGit(root, [...args, ...shown, '--', file]);
  const commits = code === 0 ? out.toString('utf8').split('\0').filter(Boolean) : [];
  // git follows a file to the one that it was copied from, which is another record.
  const made = commits.find((commit) => /\n[AC]\d*\t/.test(commit)) ?? commits.at(-1);
  const first = made?.split('\n', 1)[0];
  const [commit, at, parent] = first?.split(' ') ?? [];
  if (!commit) return { file, at: Number.POSITIVE_INFINITY, cut: false };
  return { file, commit, at: Number(at), cut: shallow && parent === undefined };
}

async function isLater(root: string, one: FirstCommit, other: FirstCommit): Promise<boolean> {
  if (!one.commit || !other.commit) return !one.commit && other.commit !== undefined;
  if (one.commit === other.commit || one.cut) return false;
  if (other.cut) return true;
  const isBefore = async (first: string, last: string): Promise<boolean> =>
    (await readOnlyGit(root, ['merge-base', '--is-ancestor', first, last])).code === 0;
  if (await isBefore(other.commit, one.commit)) return true;
  return one.at > other.at && !(await isBefore(one.commit, other.commit));
}
