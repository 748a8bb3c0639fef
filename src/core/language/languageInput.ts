import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import type { Language } from '../model/text/localized';
import type { Risk } from '../risk/riskOf';
import type { OfferStarts } from './offeredStarts';
import type { LanguageKind } from './yamlPart';

/** What the repository of a workspace says of its versions, and of what came since the last tag. */
export interface KnownRelease {
  /** The last tag; undefined where there is none. */
  readonly tag: string | undefined;
  /** Versions of components by name, at that tag and now. */
  readonly before: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, string>;
  /** The tickets that commits since then name. */
  readonly tickets: readonly string[];
}

/** What completion and hover know besides the text. */
export interface LanguageInput {
  readonly kind: LanguageKind;
  /** Path of the text in the workspace, with `/`; absent where it lies in none. */
  readonly file?: string | undefined;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  /** The language that the editor speaks. */
  readonly language: Language;
  /** Milliseconds since 1970, for words about time. */
  readonly now?: number;
  /** Offers starts to the change of this text, where it is one. */
  readonly starts?: OfferStarts | undefined;
  /** What git knows of what is to be released, where it was asked. */
  readonly release?: KnownRelease;
  /** Whether somebody asked for a list, and did not only type what may begin one. */
  readonly asked?: boolean;
  /** What is at stake with the change of this text, where it is one. */
  readonly risk?: Risk;
}
