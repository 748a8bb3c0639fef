import type { Language, Localized } from '../model/text/localized';

/** Where a person reads a sentence. The editor has questions and buttons where the command line has options. */
export type Face = 'editor' | 'commandLine';

/** A sentence in both languages. At `{how}` the command line names the command or option that does it there. */
export interface ActionText extends Localized {
  readonly how?: string | Localized;
}

/** The sentence as one face tells it; its other placeholders are still to be filled in. */
export function textFor(face: Face, text: ActionText, language: Language): string {
  const { how = '' } = text;
  const named = typeof how === 'string' ? how : how[language];
  return text[language].replace('{how}', () => (face === 'commandLine' ? ` (${named})` : ''));
}
