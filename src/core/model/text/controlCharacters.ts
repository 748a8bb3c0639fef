/** Control characters, line separators and marks that change the direction of writing. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/** A text on one line, with a blank in place of its control characters. */
export function withoutControlCharacters(text: string): string {
  return text.replace(controls, ' ');
}
