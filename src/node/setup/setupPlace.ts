import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { configFolder, configNames } from '../../core/config/configFiles';
import { nestedWorkspaceTest } from '../nestedWorkspaceTest';
import { gitTopLevelOf, isFolder, workspaceRootOf } from '../workspaceRoot';

/** Where a setup is to be, or why it cannot be there. */
type SetupPlace =
  | { readonly kind: 'fresh' | 'there'; readonly root: string }
  /** A folder of a repository whose top was not named: either of them may be meant. */
  | { readonly kind: 'inside'; readonly top: string; readonly folder: string }
  /** A workspace around the folder, which does not name it as one of its own. */
  | { readonly kind: 'enclosed'; readonly outer: string; readonly inside: string }
  | { readonly kind: 'noFolder'; readonly folder: string }
  /** Inside of what git keeps for itself. */
  | { readonly kind: 'git'; readonly folder: string };

/**
 * Finds the folder that a setup is meant for.
 *
 * @param named the folder that was named, if one was: it is meant even inside of a repository
 */
export function setupPlace(cwd: string, named: string | undefined): SetupPlace {
  const folder = resolve(cwd, named ?? '.');
  if (!isFolder(folder)) return { kind: 'noFolder', folder };
  if (named !== undefined && folder.split(sep).some((part) => part.toLowerCase() === '.git'))
    return { kind: 'git', folder };
  if (isSetUp(folder) && workspaceRootOf(folder) === folder) return { kind: 'there', root: folder };
  const outer = workspaceRootOf(folder);
  if (outer !== folder && isFolder(join(outer, configFolder))) {
    if (named === undefined) return { kind: 'there', root: outer };
    const inside = relative(outer, folder).split(sep).join('/');
    if (!nestedWorkspaceTest(outer)(inside)) return { kind: 'enclosed', outer, inside };
  }
  const top = gitTopLevelOf(folder);
  if (named === undefined && top !== undefined && top !== folder) return { kind: 'inside', top, folder };
  return { kind: 'fresh', root: folder };
}

/** Whether a folder has a configuration of its own. */
export function isSetUp(folder: string): boolean {
  return configNames.some((name) => existsSync(join(folder, configFolder, name)));
}
