/**
 * What a person wrote, on one line and without control characters: the value of a git trailer, a reason, a line of
 * evidence.
 *
 * @param max longest that it may be, in UTF-16 units; a character is never cut in two
 */
export function oneLineValue(text: string, max = 1000): string {
  const plain = text
    .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (plain.length <= max) return plain;
  return `${[...plain.slice(0, max - 1)]
    .filter((part) => !/^\p{Cs}$/u.test(part))
    .join('')
    .trimEnd()}…`;
}
