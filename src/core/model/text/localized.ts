/** The languages that Changebook speaks and that a record may be written in. */
export type Language = 'en' | 'es';

/** One text in every language. Placeholders are written `{name}`. */
export type Localized = { readonly [L in Language]: string };

/** Values for the placeholders of a text. */
export type MessageArgs = { readonly [name: string]: string | number };

/** Fills a text's `{name}` placeholders; one without a value is left as it stands. */
export function fillIn(text: string, args: MessageArgs = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** Picks a supported language from a locale such as `es-419`; anything else reads English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().split(/[-_]/)[0] === 'es' ? 'es' : 'en';
}
