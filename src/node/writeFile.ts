import { isUtf8 } from 'node:buffer';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { applyEdits, type TextEdit } from '../core/model/text/edit';

/**
 * Applies edits to a file in the very state that they were computed from. The new text takes the old one's place
 * in one step, with its permissions.
 *
 * @param before the text that the edits belong to
 * @returns whether the file was still in that state; else nothing was written
 */
export function editFile(path: string, before: string, edits: readonly TextEdit[]): boolean {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes) || bytes.toString('utf8') !== before) return false;
  const temporary = `${path}.${process.pid}.changebook`;
  try {
    writeFileSync(temporary, applyEdits(before, edits).text, { mode: statSync(path).mode });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}
