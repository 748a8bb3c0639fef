import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from '../core/config/configFiles';
import { IgnoreChain } from '../core/config/ignoreChain';
import type { FileFacts } from '../core/ports';
import type { ChangedSince } from './changedSince';

/**
 * Whether a file that the walk passed over would have been walked before a change: the change ignores it, or lies a
 * workspace of its own around it. Paths are relative to the workspace.
 *
 * @param facts about files as they were
 */
export function passedOver(root: string, changed: ChangedSince, facts: FileFacts): (file: string) => boolean {
  const { before } = changed;
  const may = [...before.keys()].some((file) => isIgnoreFile(file) || isNested(file));
  if (!may) return () => false;
  return (file) => isFile(join(root, file)) && !wasNested(file, changed) && !wasIgnored(file, facts);
}

/** The files that can take other files away from a workspace. */
export function takesAway(file: string): boolean {
  return isIgnoreFile(file) || isNested(file);
}

function isIgnoreFile(file: string): boolean {
  return file === '.gitignore' || file.endsWith('/.gitignore');
}

function isNested(file: string): boolean {
  return file.includes(`/${configFolder}/`);
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

function wasNested(file: string, { before, tracked }: ChangedSince): boolean {
  return foldersAbove(file).some((folder) => {
    const inside = `${folder}/${configFolder}/`;
    const there = (path: string): boolean => path.startsWith(inside);
    return (
      [...before].some(([path, bytes]) => bytes !== undefined && there(path)) ||
      [...tracked].some((path) => there(path) && !before.has(path))
    );
  });
}
