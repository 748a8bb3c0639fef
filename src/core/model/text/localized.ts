/** The languages that Changebook speaks and that a record may be written in. */
export type Language = 'en' | 'es';

/** One text in every language. Placeholders are written `{name}`, words that follow a number `{name|one|many}`. */
export type Localized = { readonly [L in Language]: string };

/** Values for the placeholders of a text. */
export type MessageArgs = { readonly [name: string]: string | number };

/**
 * Fills a text's placeholders; one without a value is left as it stands. Both languages have one plural form, so
 * `{count} {count|step is|steps are} open` covers both.
 */
export function fillIn(text: string, args: MessageArgs = {}): string {
  return text.replace(placeholder, (whole, name: string, one?: string, many?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return fillIn(Number(value) === 1 ? one : many, args);
  });
}

const placeholder = /\{(\w+)(?:\|((?:[^|{}]|\{\w+\})*)\|((?:[^|{}]|\{\w+\})*))?\}/g;

/** Picks the arguments of one language: `{what}` takes `what.es` in Spanish where that is given, else `what`. */
export function argsIn(language: Language, args: MessageArgs): MessageArgs {
  const local: { [name: string]: string | number } = {};
  for (const [name, value] of Object.entries(args)) {
    const [base = name, suffix] = name.split('.');
    if (suffix === undefined) local[name] ??= value;
    else if (suffix === language) local[base] = value;
  }
  return local;
}

/** A text in both languages. */
export function localized(text: (language: Language) => string): Localized {
  return { en: text('en'), es: text('es') };
}

/** An argument `name` in both languages, for `argsIn` to choose from. */
export function inBoth(name: string, text: (language: Language) => string): { [name: string]: string } {
  return { [`${name}.en`]: text('en'), [`${name}.es`]: text('es') };
}

/** A text in the quotation marks of a language. */
export function inQuotes(text: string, language: Language): string {
  return language === 'es' ? `«${text}»` : `“${text}”`;
}

/** The language that the environment variables ask for, in the order of POSIX. */
export function languageOfEnvironment(env: { readonly [name: string]: string | undefined }): Language {
  return languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
}

/** The supported language of a locale such as `es-419`; English for all others. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().split(/[-_.@]/)[0] === 'es' ? 'es' : 'en';
}
