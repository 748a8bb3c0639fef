import type * as vscode from 'vscode';
import type { LanguageInput } from '../../core/language/languageInput';
import { startsFor } from '../../core/language/offeredStarts';
import { beginsRecord } from '../../core/language/yamlPart';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';

/** What is known around a document; undefined where it is neither a record nor configuration. */
export function languageInputOf(
  sessions: Sessions,
  document: vscode.TextDocument,
): LanguageInput | undefined {
  const { kind, known, config, index, risk } = sessions.surroundingsOf(document);
  if (!kind || (kind === 'record' && !known && !beginsRecord(document.getText()))) return undefined;
  const place = sessions.sessionOf(document.uri);
  const around = kind === 'record' ? place?.session.input() : undefined;
  const starts = place && around && startsFor(document.getText(), place.file, around, language);
  const file = place?.file;
  return { kind, file, config, index, language, now: Date.now(), starts, ...(risk ? { risk } : {}) };
}
