import { lstatSync, readFileSync } from 'node:fs';
import { longestText } from '../../core/model/parse/parseRecord';
import type { TextEdit } from '../../core/model/text/edit';
import { errorCode } from '../walk';
import { editFile } from '../writeFile';
import { fault } from './faultError';
import { textOfBlob } from './storedCopies';

/** The copy of a record that a person sees: a file, or a document that is open in an editor. */
export interface WorkTree {
  /** Its text; undefined where there is none. Throws a `FaultError` where it is no text that could be edited. */
  read(path: string): Promise<string | undefined>;
  /** Applies edits to the very text that they were made from; false where it is another one by now. */
  apply(path: string, before: string, edits: readonly TextEdit[]): Promise<boolean>;
}

/** Files on the disk. `temporary` is a folder on it for what is not finished yet. */
export function filesOnDisk(temporary?: string): WorkTree {
  return {
    async read(path) {
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
    },
    async apply(path, before, edits) {
      try {
        return editFile(path, before, edits, temporary);
      } catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT') return false;
        throw code === 'ENOSPC' ? fault('diskFull') : fault('notWritten', { file: path, code });
      }
    },
  };
}
