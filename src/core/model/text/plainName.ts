/** ASCII with single blanks inside, which most texts are. */
const ascii = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** Soft hyphens, and zero-width characters that come along when text is copied. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** A text as people see it: in NFC, with single plain blanks and without invisible characters. */
export function visibleText(text: string): string {
  return ascii.test(text) ? text : text.replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A key for comparing names: the visible text in lower case. */
export function plainName(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : visibleText(visibleText(text).toLowerCase());
}

/** A key for comparing keys and values of the format: also without accents, with `_` between words. */
export function looseName(text: string): string {
  const joined = visibleText(text).replace(/(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})|[\s-]+/gu, '_');
  return withoutAccents(joined).toLowerCase();
}

/** A text without its accents: `ano` for `año`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
