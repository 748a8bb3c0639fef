import { askedAttributes, type GitAttribute } from '../../core/setup/ownAttributes';
import { readOnlyGit } from '../readOnlyGit';

/** What git's attributes say of files, which need not be there yet; nothing where there is no repository. */
export async function readAttributes(root: string, files: readonly string[]): Promise<GitAttribute[]> {
  const { code, out } = await readOnlyGit(root, ['check-attr', '-z', ...askedAttributes, '--', ...files]);
  if (code !== 0) return [];
  const parts = out.toString('utf8').split('\0');
  const attributes: GitAttribute[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3)
    attributes.push({ file: parts[at] ?? '', name: parts[at + 1] ?? '', value: parts[at + 2] ?? '' });
  return attributes;
}
