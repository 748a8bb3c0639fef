import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import type { Language } from '../model/text/localized';
import type { Risk } from '../risk/riskOf';
import type { LanguageKind } from './yamlPart';

/** What completion and hover know besides the text. */
export interface LanguageInput {
  readonly kind: LanguageKind;
  /** Path of the text in the workspace, with `/`; absent where it lies in none. */
  readonly file?: string | undefined;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  /** The language that the editor speaks. */
  readonly language: Language;
  /** What is at stake with the change of this text, where it is one. */
  readonly risk?: Risk;
}
