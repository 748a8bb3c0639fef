import type { Language, Localized } from '../model/text/localized';

const words: Localized = { en: 'missing', es: 'falta' };

/** What stands in a notice for a value that is missing, in the notice's language. */
export function missingMark(field: string, language: Language): string {
  return `⟨${words[language]}: ${field}⟩`;
}

/** Such a mark, and the same one again behind it. */
export const repeatedMark = new RegExp(`(⟨(?:${words.en}|${words.es}): [\\w.]+⟩)(?:,? \\1)+`, 'g');

/** Stands in a template for a required value that is not there: an empty list that knows which one it is. */
export class MissingValue extends Array<never> {
  /** @param mark what the notice says in its place */
  constructor(
    readonly variable: string,
    readonly mark: string,
  ) {
    super();
  }

  /** Lists that are made from it, such as its reverse, are ordinary ones. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}
