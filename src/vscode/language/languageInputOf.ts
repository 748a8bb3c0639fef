import type * as vscode from 'vscode';
import type { LanguageInput } from '../../core/language/languageInput';
import { languageInputIn } from '../../core/session/languageInputIn';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';

/** What is known around a document; undefined where it is neither a record nor configuration. */
export function languageInputOf(
  sessions: Sessions,
  document: vscode.TextDocument,
): LanguageInput | undefined {
  const { session, file } = sessions.sessionOf(document.uri) ?? {};
  const place = session && file !== undefined ? { file, input: session.input() } : undefined;
  const held = { text: document.getText(), language, place, now: Date.now() };
  return languageInputIn(held, sessions.surroundingsOf(document));
}
