/**
 * A short, quick hash of a text (FNV-1a, 32 bits, in base 36), for recognising texts that need not be kept. Not for
 * anything that somebody could gain by forging.
 */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
