import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { userSettings } from './userSettings';
import { gitTopLevelOf } from './workspaceRoot';

/** Whether git is told whose keys it may trust by a file that lies among those that are committed. */
export async function trustsOwnFile(root: string): Promise<boolean> {
  const written = (await userSettings(root, 'gpg')).get('gpg.ssh.allowedsignersfile') ?? '';
  const top = gitTopLevelOf(root);
  if (written === '' || top === undefined) return false;
  const listed = resolve(top, written.replace(/^~(?=[\\/]|$)/, homedir()));
  return isCommittable(top, listed) || isCommittable(real(top), real(listed));
}

function isCommittable(top: string, path: string): boolean {
  const inside = relative(top, path);
  const [first] = inside.split(sep);
  // On another drive it stays absolute.
  return first !== '..' && first !== '.git' && !isAbsolute(inside);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
