import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textIfThere } from './openFile';
import { stampOf } from './walk';
import { gitTopLevelOf } from './workspaceRoot';

/**
 * A text that changes with everything that git is asked for: commits, branches and tags. It is made from git's own
 * files, since starting git costs more than a whole check of which nothing changed.
 */
export function gitState(root: string): string {
  const top = gitTopLevelOf(root);
  const own = top && gitFolderOf(top);
  if (!own) return '';
  const shared = resolve(own, textOf(join(own, 'commondir')));
  const parts = [process.env.GIT_DIR ?? '', own, textOf(join(own, 'HEAD'))];
  // A clone may be given the history that it lacks without any commit being new.
  for (const name of ['packed-refs', 'config', 'shallow']) parts.push(stampAt(join(shared, name)));
  for (const folder of ['refs', 'reftable']) addStamps(join(shared, folder), parts);
  if (own !== shared) addStamps(join(own, 'reftable'), parts);
  return parts.join('\n');
}

/** The folder with git's files: `.git`, or the one that a file of that name leads to. */
export function gitFolderOf(top: string): string {
  const path = join(top, '.git');
  const link = /^gitdir: (.+)$/m.exec(textOf(path))?.[1];
  return link ? resolve(top, link) : path;
}

function addStamps(folder: string, parts: string[]): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) addStamps(path, parts);
      else parts.push(path, stampAt(path));
    }
  } catch {
    // A folder that is not there holds nothing.
  }
}

function stampAt(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? stampOf(stats) : '';
}

function textOf(path: string): string {
  return (textIfThere(path, 64_000) ?? '').trim();
}
