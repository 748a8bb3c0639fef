import { longestText } from './longestText';
import type { ParseOptions } from './parseRecord';

/** How many bytes of a file that is too large are read: enough for its front matter. */
export const headBytes = 80 * 1024;

/** A file's text, and what the parser must know about its bytes. */
export interface ReadText {
  readonly text: string;
  readonly options: Pick<ParseOptions, 'invalidAt' | 'cutFrom' | 'wide'>;
}

/** Decodes the bytes of a file. Of a file that is too large only the beginning is decoded. */
export function decodeText(bytes: Uint8Array): ReadText {
  if (bytes.length > longestText)
    return { text: lenient(bytes.subarray(0, headBytes)), options: { cutFrom: bytes.length } };
  const wide = utf16Of(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), options: { invalidAt: 0, wide: true } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), options: {} };
  } catch {
    const text = lenient(bytes);
    return { text, options: { invalidAt: Math.max(0, text.indexOf('\uFFFD')) } };
  }
}

/**
 * The kind of UTF-16 that bytes are in, which is what some shells write. Such a file is decoded so that the finding can
 * show its text, but it stays an error. Without a byte order mark the zero bytes of the first two letters tell it.
 */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = [bytes[0], bytes[1], bytes[2], bytes[3]];
  // UTF-32 has the same mark with two more zero bytes.
  if (
    (first === 0xff && second === 0xfe && (third || fourth)) ||
    (first && second === 0 && third && fourth === 0)
  )
    return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second && third === 0 && fourth)
    ? 'utf-16be'
    : undefined;
}

function lenient(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
