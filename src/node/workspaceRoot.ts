import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { configFolder } from '../core/config/configFiles';
import { nestedWorkspaceTest } from './nestedWorkspaceTest';
import { textIfThere } from './openFile';

/**
 * The workspace of a path: its nearest ancestor (itself included) with `.changebook/`, else its git top level, else its
 * folder. Inside of a folder with `.changebook/` another one counts only where the outer configuration names it: else
 * a folder that somebody adds would take records out of reach of the rules.
 */
export function workspaceRootOf(path: string): string {
  const start = isFolder(path) ? resolve(path) : dirname(resolve(path));
  const top = repositoryOf(start);
  const [outermost, ...inner] = configuredFolders(start, top);
  if (outermost === undefined) return gitTopLevelOf(start) ?? start;
  let root = outermost;
  let named = nestedWorkspaceTest(root);
  for (const folder of inner) {
    if (!named(relative(root, folder).split(sep).join('/'))) continue;
    root = folder;
    named = nestedWorkspaceTest(root);
  }
  return root;
}

/** The folders with a configuration above a folder, itself included, the outermost first. */
function configuredFolders(start: string, top: string | undefined): string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    // What somebody keeps in their home folder says nothing of the workspaces that lie in it.
    const counts = folder !== homedir() || folders.length === 0;
    if (counts && isFolder(join(folder, configFolder))) folders.unshift(folder);
    if (folder === top || dirname(folder) === folder) return folders;
  }
}

/** The git top level above a folder, found without starting git: it may not be allowed to run. */
export function gitTopLevelOf(folder: string): string | undefined {
  return nearest(folder, (candidate) => existsSync(join(candidate, '.git')));
}

/**
 * The top level of the repository that a folder belongs to: that of a submodule is part of the one around it, since
 * whoever can put a submodule there could as well have put its files.
 */
function repositoryOf(folder: string): string | undefined {
  const top = gitTopLevelOf(folder);
  if (top === undefined || !isSubmodule(top)) return top;
  return (dirname(top) === top ? undefined : repositoryOf(dirname(top))) ?? top;
}

/** Where `.git` is a folder it is a repository of its own. */
function isSubmodule(top: string): boolean {
  return /^gitdir: .*[\\/]modules[\\/]/.test(textIfThere(join(top, '.git'), 64_000) ?? '');
}

/**
 * Whether a folder is another work tree of a repository, as `git worktree add` makes one: it holds what another branch has,
 * and no commit can bring it along.
 */
export function isLinkedWorkTree(folder: string): boolean {
  return /^gitdir: .*[\\/]worktrees[\\/]/.test(textIfThere(join(folder, '.git'), 64_000) ?? '');
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
