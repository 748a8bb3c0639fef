import { lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../walk';
import { createFile } from '../writeFile';
import { type FaultError, fault } from './faultError';

/** How a file of bytes is written. */
export interface BesideWriting {
  /** What it holds; undefined where it goes. */
  readonly content: Uint8Array | undefined;
}

/** The bytes of a plain file; undefined where there is none. */
export function bytesAt(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}

/**
 * Writes such a file into the folder, or takes it away.
 *
 * @returns how that is taken back, which says whether it was; undefined where the folder had it so already
 */
export function writeBeside(path: string, { content }: BesideWriting): (() => boolean) | undefined {
  const before = bytesAt(path);
  try {
    if (!content) return before && takeAway(path, before);
    return before ? undefined : putThere(path, Buffer.from(content));
  } catch (error) {
    throw writeFault(error, path);
  }
}

function putThere(path: string, content: Buffer): () => boolean {
  const made: string[] = [];
  const clear = (): void => {
    for (const folder of made) removeIfEmpty(folder);
  };
  try {
    makeFolders(dirname(path), made);
    createFile(path, content);
  } catch (error) {
    clear();
    throw error;
  }
  return () => {
    // Whatever somebody has made of it since is theirs.
    if (bytesAt(path)?.equals(content) === false) return false;
    rmSync(path, { force: true });
    clear();
    return true;
  };
}

/** @param made gets the folders that were made, the innermost first */
function makeFolders(folder: string, made: string[]): void {
  if (lstatSync(folder, { throwIfNoEntry: false })) return;
  makeFolders(dirname(folder), made);
  mkdirSync(folder);
  made.unshift(folder);
}

function takeAway(path: string, before: Buffer): () => boolean {
  rmSync(path);
  // As git does it: folders that hold nothing are none of a commit's.
  removeIfEmpty(dirname(path));
  removeIfEmpty(dirname(dirname(path)));
  return () => {
    makeFolders(dirname(path), []);
    createFile(path, before);
    return true;
  };
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Others have put something there.
  }
}

function writeFault(error: unknown, file: string): FaultError {
  const code = errorCode(error);
  return code === 'ENOSPC' || code === 'EDQUOT' ? fault('diskFull') : fault('notWritten', { file, code });
}
