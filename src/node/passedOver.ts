import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { nestedTest } from '../core/config/assembleConfig';
import { configFolder, isGuarded } from '../core/config/configFiles';
import { IgnoreChain } from '../core/config/ignoreChain';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { FileFacts } from '../core/ports';
import type { ChangedSince } from './changedSince';

/**
 * Whether a file that the walk passed over would have been walked before a change: the change ignores it, or makes it
 * one of a workspace inside. Paths are relative to the workspace.
 *
 * @param facts about files as they were
 * @param config as it was
 */
export function passedOver(
  root: string,
  changed: ChangedSince,
  facts: FileFacts,
  config: WorkspaceConfig,
): (file: string) => boolean {
  if (![...changed.before.keys()].some(isGuarded)) return () => false;
  const isNested = wasThere(configFolder, changed) ? nestedTest(config) : () => true;
  return (file) =>
    isFile(join(root, file)) &&
    !wasIgnored(file, facts) &&
    !foldersAbove(file).some((folder) => isNested(folder) && wasThere(`${folder}/${configFolder}`, changed));
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function wasIgnored(file: string, facts: FileFacts): boolean {
  let chain = IgnoreChain.empty;
  for (const folder of ['', ...foldersAbove(file)]) {
    if (folder !== '' && chain.excludes(folder, true)) return true;
    const text = facts.text(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
    if (text !== undefined) chain = chain.entering(folder, text);
  }
  return chain.excludes(file, false);
}

/** Whether git had anything in a folder before a change. */
function wasThere(folder: string, { before, tracked }: ChangedSince): boolean {
  const inside = (path: string): boolean => path.startsWith(`${folder}/`);
  return (
    [...before].some(([path, bytes]) => bytes !== undefined && inside(path)) ||
    [...tracked].some((path) => inside(path) && !before.has(path))
  );
}
