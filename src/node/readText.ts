import { isUtf8 } from 'node:buffer';
import { relative } from 'node:path';
import { decodeText, headBytes, type ReadText, utf16Of } from '../core/model/parse/decodeText';
import { longestText } from '../core/model/parse/parseRecord';
import { readOf } from './openFile';

/**
 * Reads a file of a workspace as text; of one that is too large only the beginning. Throws what the file system throws,
 * and where the file is none that may be opened.
 */
export function readText(path: string, root: string): ReadText {
  const { bytes, size } = readOf(root, relative(root, path), { most: longestText });
  return textOf(bytes, size);
}

/** The same for what was read of a file of some size, which may be more. */
export function textOf(bytes: Buffer, size: number): ReadText {
  if (size > longestText)
    return { text: bytes.subarray(0, headBytes).toString('utf8'), options: { cutFrom: size } };
  if (utf16Of(bytes)) return decodeText(bytes);
  const text = bytes.toString('utf8');
  // A replacement character may be the author's own, so only its presence makes looking at the bytes worth it.
  const at = text.indexOf('\uFFFD');
  return { text, options: at < 0 || isUtf8(bytes) ? {} : { invalidAt: at } };
}

/** The same for a file of a workspace; undefined where none can be read. */
export function readFileText(root: string, file: string): ReadText | undefined {
  try {
    return readText(`${root}/${file}`, root);
  } catch {
    // Gone, or not to be read: it holds nothing that anybody could check.
    return undefined;
  }
}
