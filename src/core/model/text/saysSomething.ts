/**
 * Whether a text says anything: a dash, a question mark, blanks and signs that nobody sees do not.
 *
 * @param text as somebody wrote it
 */
export function saysSomething(text: string | undefined): text is string {
  // Some fillers count as letters.
  return /[\p{L}\p{N}]/u.test((text ?? '').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
}
