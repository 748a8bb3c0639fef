import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitFolderOf } from '../gitState';
import { readRegular } from '../openFile';
import { readOnlyGit } from '../readOnlyGit';
import { entriesOf } from '../walk';
import { gitTopLevelOf } from '../workspaceRoot';
import { folderName, isGone, isOld, ownerName, unreportedEnding } from './ownFolder';

/** A commit that a command made and was ended before it could say so. */
interface UnreportedCommit {
  readonly commit: string;
  readonly subject: string;
}

/** Whoever runs a command again does so soon; later the same words ask for something new. */
const countsMs = 10 * 60_000;

const noted = new Set<string>();

/**
 * Notes, before HEAD moves, which commit a command is about to tell of: run again after it was killed, it must not do
 * the same once more.
 *
 * @param parent our folder in git's own
 * @param words the call, word by word
 */
export function noteUnreported(parent: string, words: string, told: UnreportedCommit): void {
  const path = join(parent, `${ownerName()}${unreportedEnding}`);
  writeFileSync(path, JSON.stringify({ words, ...told }));
  noted.add(path);
}

/** Takes this process's notes away: what it did is said. */
export function forgetUnreported(): void {
  for (const path of noted) rmSync(path, { force: true });
  noted.clear();
}

/** The commit of an earlier, killed run of the same call, where HEAD holds it; told once. */
export async function unreportedCommit(folder: string, words: string): Promise<UnreportedCommit | undefined> {
  const top = gitTopLevelOf(folder);
  if (!top) return undefined;
  const parent = join(gitFolderOf(top), folderName);
  // Where nobody has committed yet there is no such folder.
  for (const { name } of entriesOf(parent, () => {})) {
    if (!name.endsWith(unreportedEnding)) continue;
    const path = join(parent, name);
    const known = readNote(path);
    const owner = name.slice(0, -unreportedEnding.length);
    if (known?.words !== words || !isGone(owner) || isOld(path, countsMs)) continue;
    rmSync(path, { force: true });
    const { code } = await readOnlyGit(top, ['merge-base', '--is-ancestor', known.commit, 'HEAD']);
    if (code === 0) return known;
  }
  return undefined;
}

function readNote(path: string): (UnreportedCommit & { readonly words: string }) | undefined {
  try {
    const { words, commit, subject }: { [name: string]: unknown } = JSON.parse(
      readRegular(path, 65_536).bytes.toString('utf8'),
    );
    if (typeof words !== 'string' || typeof commit !== 'string' || typeof subject !== 'string')
      return undefined;
    return /^[0-9a-f]{40,64}$/.test(commit) ? { words, commit, subject } : undefined;
  } catch {
    // Cut short by the same kill: then HEAD had not moved.
    return undefined;
  }
}
