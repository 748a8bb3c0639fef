import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { headBytes, type ReadText } from '../core/model/parse/decodeText';
import { longestText } from '../core/model/parse/parseRecord';

/** Reads a file as text; of one that is too large only the beginning. Throws what the file system throws. */
export function readText(path: string, size: number): ReadText {
  if (size > longestText) return { text: readHead(path), options: { cutFrom: size } };
  const text = readFileSync(path, 'utf8');
  return { text, options: invalidBytes(path, text) };
}

/** The same for a file of a workspace; nothing where none can be read. */
export function readFileText(root: string, file: string): ReadText | undefined {
  try {
    const path = join(root, file);
    return readText(path, statSync(path).size);
  } catch {
    // Gone, or not to be read: it holds nothing that anybody could check.
    return undefined;
  }
}

function readHead(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    return buffer.subarray(0, readSync(file, buffer, 0, headBytes, 0)).toString('utf8');
  } finally {
    closeSync(file);
  }
}

/** A replacement character may be the author's own, so only its presence makes looking at the bytes worth it. */
function invalidBytes(path: string, text: string): ReadText['options'] {
  const at = text.indexOf('\uFFFD');
  return at < 0 || isUtf8(readFileSync(path)) ? {} : { invalidAt: at };
}
