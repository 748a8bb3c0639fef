import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Survey } from '../../node/surveyWorkspace';
import { errorCode, type Unreadable } from '../../node/walk';
import { isFolder, workspaceRootOf } from '../../node/workspaceRoot';

/** What of one workspace a call asks for: everything, or some files and folders. */
export interface Selection {
  readonly root: string;
  /** Paths relative to the workspace, with `/`; an empty one is all of it. */
  readonly inside: Set<string>;
  /** Whether workspaces inside the named folders count as named too. */
  nested: boolean;
}

/** The workspaces that paths belong to, and the paths that are not there. */
interface Selections {
  readonly selections: Selection[];
  readonly missing: Unreadable[];
}

/** Whether something stands at a path that is no folder: a file, or a link that leads nowhere. */
export function isFileOrLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined && !isFolder(path);
  } catch (error) {
    // No file can have such a name, so it is that of something else.
    if (errorCode(error) === 'ENAMETOOLONG') return false;
    throw error;
  }
}

/** Sorts named paths by workspace; without any it is the workspace of the current folder. */
export function selectPaths(paths: readonly string[], cwd: string): Selections {
  const byRoot = new Map<string, Selection>();
  const missing: Unreadable[] = [];
  if (paths.length === 0) {
    const root = workspaceRootOf(cwd);
    return { selections: [{ root, inside: new Set(['']), nested: false }], missing };
  }
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    try {
      lstatSync(absolute);
    } catch (error) {
      missing.push({ path, code: errorCode(error) });
      continue;
    }
    const root = workspaceRootOf(absolute);
    const selection = byRoot.get(root) ?? { root, inside: new Set<string>(), nested: false };
    selection.inside.add(insideOf(root, absolute));
    if (isFolder(absolute)) selection.nested = true;
    byRoot.set(root, selection);
  }
  return { selections: [...byRoot.values()], missing };
}

/** Whether a file of the workspace was asked for. */
export function isSelected(selection: Selection, file: string): boolean {
  if (selection.inside.has('') || selection.inside.has(file)) return true;
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
    if (selection.inside.has(file.slice(0, at))) return true;
  }
  return false;
}

/** The workspaces inside a workspace that were asked for with it. */
export function nestedIn({ root, nested }: Survey, selection: Selection): Selection[] {
  if (!selection.nested) return [];
  return nested
    .filter((folder) => isSelected(selection, insideOf(root, folder)))
    .map((folder) => ({ root: folder, inside: new Set(['']), nested: true }));
}

/** A path relative to a folder, with `/`. */
export function insideOf(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** A workspace's file as the user names it: relative to the current folder, with `/`. */
export function shownPath(cwd: string, root: string, file: string): string {
  const absolute = isAbsolute(file) ? file : join(root, file);
  return insideOf(cwd, absolute) || '.';
}
