// Private characters that stand in rendered text while it is worked on. Values never hold them, and none is left at the end.

/** Stands where an optional value is missing: its sentence goes. */
export const absentMark = '\uE000';
/** Around a value, so that a full stop in it ends no sentence. */
export const valueStart = '\uE001';
export const valueEnd = '\uE002';

/** A text without those characters, for everything that comes from outside. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}
