import { isUtf8 } from 'node:buffer';
import {
  chmodSync,
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { applyEdits, type TextEdit } from '../core/model/text/edit';
import { isRunning } from './isRunning';
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

/**
 * Writes a whole file in one step: as it was or as it is to be, and nothing in between, whatever fails. A link stays
 * one, and what is no plain file, such as a terminal, is written to.
 */
export function writeWhole(path: string, content: string | Buffer): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) writeFileSync(path, content);
  else replaceFile(path, content, undefined);
}

/** Makes a file with its content in one step, never over one that is there: that throws `EEXIST`. */
export function createFile(path: string, content: string | Buffer): void {
  const temporary = temporaryBeside(path);
  try {
    writeFileSync(temporary, content);
    linkSync(temporary, path);
  } catch (error) {
    // Some disks know no links; what begins to be written there is taken away again where it cannot be ended.
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(errorCode(error))) throw error;
    createOrRemove(path, content);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function createOrRemove(path: string, content: string | Buffer): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function replaceFile(path: string, content: string | Buffer, folder: string | undefined): void {
  const there = statSync(path, { throwIfNoEntry: false });
  const real = there ? realpathSync(path) : path;
  const temporary = folder ? join(folder, `${basename(real)}.new`) : temporaryBeside(real);
  try {
    writeFileSync(temporary, content);
    if (there) chmodSync(temporary, there.mode);
    renameSync(temporary, real);
  } catch (error) {
    if (!folder || errorCode(error) !== 'EXDEV') throw error;
    replaceFile(path, content, undefined);
  } finally {
    rmSync(temporary, { force: true });
  }
}

const ending = '.changebook';

/** A name for what is not finished yet, beside its file; those of processes that were killed are swept away. */
function temporaryBeside(path: string): string {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    const pid = name.endsWith(ending) ? /\.(\d+)\.changebook$/.exec(name)?.[1] : undefined;
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
  return `${path}.${process.pid}${ending}`;
}
