import { readOnlyGit } from '../readOnlyGit';

/** The bytes of a workspace's file as they were in a commit; undefined where it was not there. */
export async function committedBytes(
  root: string,
  commit: string,
  file: string,
): Promise<Buffer | undefined> {
  const { code, out } = await readOnlyGit(root, ['cat-file', 'blob', `${commit}:./${file}`]);
  return code === 0 ? out : undefined;
}
