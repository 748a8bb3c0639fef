import { type LoggedCommit, logFormat, parseLog } from '../audit/parseLog';
import { readTexts } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';

/** The commits between two states of a workspace, with the versions of its files. */
interface SideHistory {
  /** Oldest first, one entry for each file that a commit changed. */
  readonly commits: readonly LoggedCommit[];
  /** Texts by the ids of their blobs. */
  readonly texts: ReadonlyMap<string, string>;
}

/** For more names than this, git is asked for all files. */
const mostNames = 200;
/** With more versions than this, the authors of changes are not determined. */
const mostVersions = 2000;

/** Reads the commits after a base up to a head that changed some files; undefined where git cannot tell. */
export async function readHistory(
  root: string,
  base: string,
  head: string,
  files: readonly string[],
): Promise<SideHistory | undefined> {
  const names = files.length > mostNames ? ['.'] : files;
  const range = ['--full-history', `${base}..${head}`];
  const call = ['--literal-pathspecs', 'log', ...logFormat, '--relative', ...range, '--', ...names];
  const { code, out } = await readOnlyGit(root, call);
  if (code !== 0) return undefined;
  const wanted = new Set(files);
  const commits = parseLog(out.toString('utf8'))
    .filter(({ file, fileBefore }) => wanted.has(file) || wanted.has(fileBefore ?? ''))
    .reverse();
  if (commits.length > mostVersions) return undefined;
  const ids = commits.flatMap(({ before, after }) => (after ? [...before, after] : before));
  const texts = await readTexts(root, ids);
  return texts && { commits, texts };
}
