import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitFolderOf } from './gitState';
import { textIfThere } from './openFile';

/** Longer lists of packed branches have more than one. */
const mostBytes = 1_000_000;

/**
 * Whether git's own files show that a repository has one branch at most, its own or fetched, and one work tree. Starting
 * git to be told so takes longer. Where they cannot be read this way, it may have more.
 *
 * @param top the top level of the work tree
 */
export function hasOneBranch(top: string): boolean {
  try {
    return hasOneIn(gitFolderOf(top));
  } catch {
    // A folder that may not be read.
    return false;
  }
}

function hasOneIn(own: string): boolean {
  if (!existsSync(join(own, 'HEAD')) || existsSync(join(own, 'commondir'))) return false;
  if (existsSync(join(own, 'reftable')) || namesIn(join(own, 'worktrees')).length > 0) return false;
  const packed = existsSync(join(own, 'packed-refs')) ? textIfThere(join(own, 'packed-refs'), mostBytes) : '';
  if (packed === undefined) return false;
  const branches = new Set([...packed.matchAll(/ (refs\/(?:heads|remotes)\/.+)$/gm)].map(([, name]) => name));
  for (const folder of ['refs/heads', 'refs/remotes'])
    for (const name of namesIn(join(own, folder))) branches.add(`${folder}/${name}`);
  return branches.size <= 1;
}

/** The files in a folder and those below it, with `/` between the parts of their paths. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? namesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : [entry.name],
  );
}
