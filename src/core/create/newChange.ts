import type { ChangeData } from '../model/schema/recordData';
import type { Language, Localized } from '../model/text/localized';
import type { changeTypeChoice, partyChoice } from '../model/vocabulary/choices';
import type { sectionTexts, testTexts } from '../procedure/sectionTexts';
import type { SourceProcedure, TakenName } from '../procedure/takenSections';

/** Texts of sections of a change, as markdown below their headings. */
export type ChangeTexts = { readonly [name in TakenName]?: string | undefined };

/** What sections, and the parts of tests, say where nothing else is known. */
export type UsualTexts = {
  readonly [name in keyof typeof sectionTexts | keyof typeof testTexts]?: Localized;
};

/** The known data of a new change. Times and durations are texts as in the record. */
export interface NewChange {
  readonly language: Language;
  readonly id: string;
  /** Path of the new file, relative to the workspace. */
  readonly file: string;
  /** Undefined writes a placeholder. */
  readonly title: string | undefined;
  readonly changeType: keyof typeof changeTypeChoice.choices;
  readonly deploymentType?: number | undefined;
  readonly customer?: string | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly performedBy?: keyof typeof partyChoice.choices | undefined;
  readonly requestedBy?: string | undefined;
  readonly requestedAt?: string | undefined;
  readonly assignee?: string | undefined;
  readonly start?: string | undefined;
  readonly duration?: string | undefined;
  /** The day of its creation, in its zone. */
  readonly created: string;
  /** Whether it must say where it was validated, since it goes to production. */
  readonly toValidate?: boolean | undefined;
  readonly procedure?: SourceProcedure | undefined;
  /** Further fields, by canonical name. */
  readonly data?: ChangeData | undefined;
  /** Lines of the front matter for fields of the team's own. */
  readonly ownFields?: readonly string[] | undefined;
  /** What stands in its sections besides what the procedure says. */
  readonly texts?: ChangeTexts | undefined;
  /** What they say where nothing is known, instead of placeholders. */
  readonly usual?: UsualTexts | undefined;
  /** The state that it begins in, where that is not the first. */
  readonly status?: string | undefined;
  /** Sections of which nothing is written where nothing is known: no rule of the team asks for them. */
  readonly optional?: ReadonlySet<TakenName> | undefined;
}
