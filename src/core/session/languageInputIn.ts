import type { LanguageInput } from '../language/languageInput';
import { startsFor } from '../language/offeredStarts';
import { beginsRecord } from '../language/yamlPart';
import type { Language } from '../model/text/localized';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { Surroundings } from './liveRecords';

/** A text as an editor holds it. */
export interface HeldText {
  readonly text: string;
  /** The language that the editor speaks. */
  readonly language: Language;
  /** Where it lies, with `/`, and what its workspace checks by; undefined where it lies in none. */
  readonly place: { readonly file: string; readonly input: WorkspaceCheckInput } | undefined;
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
}

/** What completion, hover and navigation know around a text; undefined where it is neither a record nor configuration. */
export function languageInputIn(
  { text, language, place, now }: HeldText,
  { kind, known, config, index, risk }: Surroundings,
): LanguageInput | undefined {
  if (!kind || (kind === 'record' && !known && !beginsRecord(text))) return undefined;
  const starts = place && kind === 'record' ? startsFor(text, place.file, place.input, language) : undefined;
  return { kind, file: place?.file, config, index, language, now, starts, ...(risk ? { risk } : {}) };
}
