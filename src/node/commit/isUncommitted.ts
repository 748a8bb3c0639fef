import { readOnlyGit } from '../readOnlyGit';

/** Whether a file lies in a repository, but not in the commit that is checked out, or in one that has none yet. */
export async function isUncommitted(folder: string, file: string): Promise<boolean> {
  return ((await inHead(folder, file)) ?? !(await isUnborn(folder))) === false;
}

async function isUnborn(folder: string): Promise<boolean> {
  const { code, out } = await readOnlyGit(folder, ['rev-parse', '--is-inside-work-tree', '--verify', 'HEAD']);
  return code !== 0 && out.toString('utf8').startsWith('true');
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
