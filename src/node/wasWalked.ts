import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigText, isGuarded } from '../core/config/configFiles';
import { IgnoreChain } from '../core/config/ignoreChain';
import { PreviousState } from '../core/diff/findDropped';
import type { FileFacts } from '../core/model/ports';
import type { ChangedSince } from './changedSince';

/**
 * Whether a file that the walk passes over would have been walked before a change: the change ignores it, or makes it
 * one of a workspace inside. Paths are relative to the workspace.
 *
 * @param facts about files as they were
 * @param texts the configuration as it was
 */
export function wasWalked(
  root: string,
  changed: ChangedSince,
  facts: FileFacts,
  texts: readonly ConfigText[],
): (file: string) => boolean {
  if (![...changed.before.keys()].some(isGuarded)) return () => false;
  const before = new PreviousState(changed, texts);
  return (file) => isFile(join(root, file)) && before.mayHaveHeldRecord(file) && !wasIgnored(file, facts);
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

/** A file that came with the change was not in git, so what was ignored counts. */
function wasIgnored(file: string, facts: FileFacts): boolean {
  let chain = IgnoreChain.empty;
  for (let at = 0; at >= 0; at = file.indexOf('/', at + 1)) {
    const folder = file.slice(0, at);
    if (folder !== '' && chain.excludes(folder, true)) return true;
    const text = facts.text(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
    if (text !== undefined) chain = chain.entering(folder, text);
  }
  return chain.excludes(file, false);
}
