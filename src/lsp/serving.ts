import type { Connection } from 'vscode-languageserver/node';
import type { LanguageInput } from '../core/language/languageInput';
import { longestText } from '../core/model/parse/longestText';
import type { Language } from '../core/model/text/localized';
import type { ClientSkills } from './clientSkills';
import type { OpenText, OpenTexts } from './openTexts';
import type { CommandRunner } from './servedCommands';
import type { ServedDiagnostics } from './servedDiagnostics';
import type { ServedPlace, ServedWorkspaces } from './servedWorkspaces';

/** One client that is served, with everything that answers it. */
export interface Serving {
  readonly connection: Connection;
  readonly texts: OpenTexts;
  readonly diagnostics: ServedDiagnostics;
  readonly workspaces: ServedWorkspaces;
  readonly commands: CommandRunner;
  /** The language that the client reads. */
  language(): Language;
  skills(): ClientSkills;
  /** Takes in what the client says of itself. */
  meet(skills: ClientSkills, locale: string | undefined): void;
}

/** A text that the client holds, in its workspace. */
export interface ServedText extends OpenText, ServedPlace {
  readonly text: string;
}

/** A text that a client asks about; undefined where it does not hold it, or it belongs to no workspace. */
export function servedText(
  { texts, workspaces }: Pick<Serving, 'texts' | 'workspaces'>,
  uri: string,
): ServedText | undefined {
  const open = texts.get(uri);
  const place = workspaces.placeOf(open?.path);
  return open && place && { ...open, ...place, text: open.document.getText() };
}

/** What is known around a text that a client holds; undefined where it is neither a record nor configuration. */
export function languageInputOf(
  { workspace, file, text }: ServedText,
  { language }: Pick<Serving, 'language'>,
): LanguageInput | undefined {
  return text.length > longestText ? undefined : workspace.languageInput(file, text, language());
}
