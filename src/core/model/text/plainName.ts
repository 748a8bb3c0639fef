/** Most texts: nothing but ASCII, with single blanks inside. */
const ascii = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** Characters that nobody sees: soft hyphens, and marks of no width that come along when text is copied. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** A text as people see it: accents composed, every blank a plain one, nothing invisible. */
export function visibleText(text: string): string {
  return ascii.test(text) ? text : text.replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What two spellings of one name have in common: how it looks, without regard to case. */
export function plainName(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : visibleText(visibleText(text).toLowerCase());
}

/** The same for keys and values of the format: without accents, with `_` for every way of joining words. */
export function looseName(text: string): string {
  const joined = visibleText(text).replace(/(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})|[\s-]+/gu, '_');
  return withoutAccents(joined).toLowerCase();
}

/** A text without its accents: `ano` for `año`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
