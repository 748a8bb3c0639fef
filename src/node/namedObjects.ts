import { readOnlyGit } from './readOnlyGit';

/**
 * The ids of objects by names that git understands, such as `<commit>:<path>`; those that are there and of one kind.
 *
 * @returns undefined where git cannot answer
 */
export async function namedObjects(
  root: string,
  names: Iterable<string>,
  kind: 'blob' | 'commit',
): Promise<Map<string, string> | undefined> {
  const ids = new Map<string, string>();
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return ids;
  const call = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
  const { code, out } = await readOnlyGit(root, call, `${wanted.join('\n')}\n`);
  if (code !== 0) return undefined;
  const lines = out.toString('utf8').split('\n');
  for (const [index, name] of wanted.entries()) {
    const [id = '', type] = (lines[index] ?? '').split(' ');
    if (type === kind) ids.set(name, id);
  }
  return ids;
}
