import { isUtf8 } from 'node:buffer';
import {
  chmodSync,
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { applyEdits, type TextEdit } from '../core/model/text/edit';
import { errorCode } from './walk';

/**
 * Applies edits to a file in the very state that they were computed from. A single changed byte, such as a tick, is
 * written in its place, so that nothing else of the file can be lost, whoever writes beside us; any other text takes
 * the old one's place in one step, with its permissions.
 *
 * @param before the text that the edits belong to
 * @param temporary folder on the same disk for the new text; else it is made beside the file
 * @returns whether the file was still in that state; else nothing was written
 */
export function editFile(
  path: string,
  before: string,
  edits: readonly TextEdit[],
  temporary?: string,
): boolean {
  const file = openSync(path, 'r+');
  try {
    const bytes = readFileSync(file);
    if (!isUtf8(bytes) || bytes.toString('utf8') !== before) return false;
    const after = Buffer.from(applyEdits(before, edits).text);
    const at = onlyChange(bytes, after);
    if (at !== undefined) {
      writeSync(file, after, at, 1, at);
      // Somebody may have put another file in its place in the meantime.
      return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(file).ino;
    }
    if (!bytes.equals(after)) replaceFile(path, after, temporary);
    return true;
  } finally {
    closeSync(file);
  }
}

/** Where two texts of one length differ, if that is one byte. */
function onlyChange(before: Buffer, after: Buffer): number | undefined {
  if (before.length !== after.length) return undefined;
  const at = before.findIndex((byte, index) => byte !== after[index]);
  return at >= 0 && before.subarray(at + 1).equals(after.subarray(at + 1)) ? at : undefined;
}

function replaceFile(path: string, content: Buffer, folder: string | undefined): void {
  const beside = `${path}.${process.pid}.changebook`;
  const temporary = folder ? join(folder, `${basename(path)}.new`) : beside;
  try {
    writeFileSync(temporary, content);
    chmodSync(temporary, statSync(path).mode);
    renameSync(temporary, path);
  } catch (error) {
    if (!folder || errorCode(error) !== 'EXDEV') throw error;
    replaceFile(path, content, undefined);
  } finally {
    rmSync(temporary, { force: true });
  }
}
