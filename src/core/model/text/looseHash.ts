/** What the hash of no text begins with (FNV-1a, 32 bits). */
export const noHash = 0x811c9dc5;

/**
 * A short, quick hash by which texts are recognised that need not be kept: the same however spaces, line breaks and
 * characters that nobody sees are set. Not for anything that somebody could gain by forging.
 *
 * @param before the hash of what stands before it
 */
export function looseHash(text: string, before = noHash): number {
  let hash = before;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isLoose(code)) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

/** Spaces, controls, halves of characters, and what turns the direction of writing. */
function isLoose(code: number): boolean {
  if (code < 0x7f) return code <= 0x20;
  if (code <= 0xa0) return true;
  if (code < 0x1680) return false;
  if (code < 0x2000) return code === 0x1680;
  if (code <= 0x2069) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  return code === 0x3000 || code === 0xfeff || (code >= 0xd800 && code <= 0xdfff);
}
