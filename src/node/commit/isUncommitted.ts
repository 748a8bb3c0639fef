import { readOnlyGit } from '../readOnlyGit';

/** Whether a file lies in a repository that has commits, but not in the one that is checked out. */
export async function isUncommitted(folder: string, file: string): Promise<boolean> {
  return (await inHead(folder, file)) === false;
}

/** Whether a file is in the commit that is checked out; not where there is none, or no repository. */
export async function isCommitted(folder: string, file: string): Promise<boolean> {
  return (await inHead(folder, file)) === true;
}

async function inHead(folder: string, file: string): Promise<boolean | undefined> {
  const args = ['--literal-pathspecs', 'ls-tree', '-z', '--name-only', 'HEAD', '--', file];
  const { code, out } = await readOnlyGit(folder, args);
  return code === 0 ? out.length > 0 : undefined;
}
