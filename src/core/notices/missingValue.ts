import type { Language, Localized } from '../model/text/localized';

const words: Localized = { en: 'missing', es: 'falta' };

/** The mark for a missing value in a notice, in the notice's language. */
export function missingMark(field: string, language: Language): string {
  return `⟨${words[language]}: ${field}⟩`;
}

/** A mark that is followed by the same one. */
export const repeatedMark = new RegExp(`(⟨(?:${words.en}|${words.es}): [\\w.]+⟩)(?:,? \\1)+`, 'g');

/** A missing required value in a template: an empty list that knows its name. */
export class MissingValue extends Array<never> {
  /** @param mark the text for it in the notice */
  constructor(
    readonly variable: string,
    readonly mark: string,
  ) {
    super();
  }

  /** Lists that are derived from it, such as its reverse, are ordinary arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}
