// Private-use characters that mark places in text while it is rendered. They are removed from values and at the end.

/** Marks a missing optional value, whose sentence is then left out. */
export const absentMark = '\uE000';
/** Enclose a value, so that a full stop in it does not end a sentence. */
export const valueStart = '\uE001';
export const valueEnd = '\uE002';

/** Removes those characters, from everything that comes from outside. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}
