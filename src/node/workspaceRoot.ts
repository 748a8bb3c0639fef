import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configFolder } from '../core/config/configFiles';

/**
 * The workspace of a path: its nearest ancestor (itself included) with `.changebook/`, else its git top level,
 * else its folder.
 */
export function workspaceRootOf(path: string): string {
  const start = isFolder(path) ? resolve(path) : dirname(resolve(path));
  return nearest(start, (folder) => isFolder(join(folder, configFolder))) ?? gitTopLevelOf(start) ?? start;
}

/** The git top level above a folder, found without starting git: it may not be allowed to run. */
export function gitTopLevelOf(folder: string): string | undefined {
  return nearest(folder, (candidate) => existsSync(join(candidate, '.git')));
}

/**
 * Whether git may find a repository from a folder on: a work tree, or the files of a bare one. Where there is neither,
 * starting git to be told so takes longer than checking a hundred records.
 */
export function mayBeInRepository(folder: string): boolean {
  const own = (candidate: string): boolean => existsSync(join(candidate, 'HEAD'));
  return nearest(folder, (candidate) => existsSync(join(candidate, '.git')) || own(candidate)) !== undefined;
}

/** Whether a path is a folder that can be reached. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // Links in a circle, folders that may not be entered: no folder for us.
    return false;
  }
}

function nearest(start: string, fits: (folder: string) => boolean): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (fits(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
