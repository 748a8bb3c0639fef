import { isAscii, isUtf8, transcode } from 'node:buffer';
import { relative } from 'node:path';
import { decodeText, headBytes, type ReadText, utf16Of } from '../core/model/parse/decodeText';
import { longestText } from '../core/model/parse/longestText';
import { type ReadBytes, readOf } from './openFile';

/** Where files are read into, one after the other: nearly all are shorter. */
const buffer = Buffer.allocUnsafeSlow(65_536);

/**
 * Reads a file of a workspace as text; of one that is too large only the beginning. Throws what the file system throws,
 * and where the file is none that may be opened.
 */
export function readText(path: string, root: string): ReadText {
  const { bytes, size } = bytesRead(root, relative(root, path));
  return textOf(bytes, size);
}

/** The beginning of a file of a workspace, as much of it as a record may be long; its bytes hold until the next call. */
export function bytesRead(root: string, file: string): ReadBytes {
  return readOf(root, file, { most: longestText, into: buffer });
}

/** The text of such a beginning of a file that may be longer. */
export function textOf(bytes: Buffer, size: number): ReadText {
  if (size > longestText)
    return { text: bytes.subarray(0, headBytes).toString('utf8'), options: { cutFrom: size } };
  if (utf16Of(bytes)) return decodeText(bytes);
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), options: {} };
  // A third of the time that decoding takes otherwise, and the same for bytes that are right.
  if (isUtf8(bytes)) return { text: transcode(bytes, 'utf8', 'utf16le').toString('utf16le'), options: {} };
  const text = bytes.toString('utf8');
  return { text, options: { invalidAt: Math.max(0, text.indexOf('\uFFFD')) } };
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
