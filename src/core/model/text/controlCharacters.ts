/** Controls, separators of lines, and what turns the direction of writing: they steer a reader rather than being read. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/** A text without them, on one line. */
export function withoutControlCharacters(text: string): string {
  return text.replace(steering, ' ');
}
