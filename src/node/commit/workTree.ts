import { chmodSync, lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { longestText } from '../../core/model/parse/longestText';
import type { TextEdit } from '../../core/model/text/edit';
import { errorCode } from '../walk';
import { createFile, editFile } from '../writeFile';
import { type FaultError, fault } from './faultError';
import { textOfBlob } from './storedCopies';

/** The copy of a record that a person sees: a file, or a document that is open in an editor. */
export interface WorkTree {
  /** Its text; undefined where there is none. Throws a `FaultError` where it is no text that could be edited. */
  read(path: string): Promise<string | undefined>;
  /** Applies edits to the very text that they were made from; false where it is another one by now. */
  apply(path: string, before: string, edits: readonly TextEdit[]): Promise<boolean>;
  /** Gives a file another name and text, never over a file that is there; false where it reads otherwise by now. */
  move(move: FileMove): Promise<boolean>;
}

/** A file that gets another name, with its text under each of both. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
}

/** Files on the disk. `temporary` is a folder on it for what is not finished yet. */
export function filesOnDisk(temporary?: string): WorkTree {
  return {
    async read(path) {
      return readDisk(path);
    },
    async move({ from, to, before, after }) {
      if (readDisk(from) !== before) return false;
      try {
        // There already where an earlier try did not get further.
        if (readDisk(to) !== after) createFile(to, after);
        chmodSync(to, statSync(from).mode);
        rmSync(from);
        return true;
      } catch (error) {
        throw writeFault(error, to);
      }
    },
    async apply(path, before, edits) {
      try {
        return editFile(path, before, edits, temporary);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return false;
        throw writeFault(error, path);
      }
    },
  };
}

function readDisk(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) throw fault('symlink', { file: path });
  if (!stats.isFile()) throw fault('notAFile', { file: path });
  if (stats.size > longestText) throw fault('tooLarge', { file: path });
  try {
    return textOfBlob(path, readFileSync(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function writeFault(error: unknown, file: string): FaultError {
  const code = errorCode(error);
  return code === 'ENOSPC' ? fault('diskFull') : fault('notWritten', { file, code });
}
