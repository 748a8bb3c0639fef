import { longestText, type ParseOptions } from './parseRecord';

/** How much of a file that is too large is read: enough for its front matter. */
export const headBytes = 80 * 1024;

/** A file's text with what the parser must know about how it was read. */
export interface ReadText {
  readonly text: string;
  readonly options: Pick<ParseOptions, 'invalidAt' | 'cutFrom'>;
}

/** Bytes of a file as text; of one that is too large only the beginning. */
export function decodeText(bytes: Uint8Array): ReadText {
  if (bytes.length > longestText)
    return { text: lenient(bytes.subarray(0, headBytes)), options: { cutFrom: bytes.length } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), options: {} };
  } catch {
    const text = lenient(bytes);
    return { text, options: { invalidAt: Math.max(0, text.indexOf('\uFFFD')) } };
  }
}

function lenient(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
