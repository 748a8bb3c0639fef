import { quietGit } from '../quietGit';

/** Whether a file lies in a repository that has commits, but not in the one that is checked out. */
export async function isUncommitted(folder: string, file: string): Promise<boolean> {
  const args = ['--literal-pathspecs', 'ls-tree', '-z', '--name-only', 'HEAD', '--', file];
  const { code, out } = await quietGit(folder, args);
  return code === 0 && out.length === 0;
}
