import { encodedName } from '../../procedure/rebasedTarget';

/**
 * A path of the workspace as a link in one of its files writes it.
 *
 * @param written how it was written before: with `./` in front and a slash behind, or without
 */
export function relativePath(file: string, target: string, written: string): string {
  const folder = file.split('/').slice(0, -1);
  const parts = target.split('/').filter((part) => part !== '');
  let shared = 0;
  while (shared < folder.length && folder[shared] === parts[shared]) shared++;
  const path =
    [...folder.slice(shared).map(() => '..'), ...parts.slice(shared).map(encodedName)].join('/') || '.';
  const here = written.startsWith('./') && !path.startsWith('.') ? './' : '';
  return `${here}${path}${written.endsWith('/') ? '/' : ''}`;
}
