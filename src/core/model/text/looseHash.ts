/** The initial value of FNV-1a with 32 bits. */
const initialHash = 0x811c9dc5;

/**
 * A short, fast hash (FNV-1a) that ignores spaces, line breaks and invisible characters. It is not cryptographic: use
 * it only where nobody gains anything by a collision.
 *
 * @param before the hash of the text before this one
 */
export function looseHash(text: string, before = initialHash): number {
  let hash = before;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isIgnored(code)) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

/** The same after nothing and after another text at once, which takes half the time of one after the other. */
export function looseHashes(text: string, before: number): readonly [alone: number, after: number] {
  let [alone, after] = [initialHash, before];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isIgnored(code)) continue;
    alone = Math.imul(alone ^ code, 0x01000193);
    after = Math.imul(after ^ code, 0x01000193);
  }
  return [alone >>> 0, after >>> 0];
}

/** Spaces, control characters, surrogates, and marks that change the direction of writing. */
function isIgnored(code: number): boolean {
  if (code < 0x7f) return code <= 0x20;
  if (code <= 0xa0) return true;
  if (code < 0x1680) return false;
  if (code < 0x2000) return code === 0x1680;
  if (code <= 0x2069) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  return code === 0x3000 || code === 0xfeff || (code >= 0xd800 && code <= 0xdfff);
}
