import { readOnlyGit } from './readOnlyGit';

/** A file as a commit lists it. */
export interface TreeFile {
  readonly mode: string;
  /** Id of its bytes. */
  readonly blob: string;
}

/**
 * The files of a workspace in a commit, by their paths: all of them, or those at some paths. Submodules are left out.
 *
 * @returns undefined where git cannot tell
 */
export async function listTree(
  root: string,
  commit: string,
  paths: readonly string[] = [],
): Promise<Map<string, TreeFile> | undefined> {
  const call = ['--literal-pathspecs', 'ls-tree', '-r', '-z', commit, '--', ...paths];
  const { code, out } = await readOnlyGit(root, call);
  if (code !== 0) return undefined;
  const files = new Map<string, TreeFile>();
  for (const line of out.toString('utf8').split('\0')) {
    const [, mode = '', blob = '', file = ''] = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    if (file !== '') files.set(file, { mode, blob });
  }
  return files;
}
