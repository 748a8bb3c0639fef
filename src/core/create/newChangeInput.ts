import type { ChangeData } from '../model/schema/recordData';
import type { Language } from '../model/text/localized';
import type { SourceProcedure } from '../procedure/takenSections';
import type { ChangeTexts, NewChange } from './newChange';

/** What the user gave for a new change. Everything else has a default or becomes a placeholder. */
export interface NewChangeInput {
  readonly procedure?: SourceProcedure | undefined;
  readonly language?: Language | undefined;
  readonly title?: string | undefined;
  readonly changeType?: NewChange['changeType'] | undefined;
  readonly deploymentType?: number | undefined;
  readonly customer?: string | undefined;
  readonly environments?: readonly string[] | undefined;
  /** As written, or the next free slot. */
  readonly start?: string | 'nextSlot' | undefined;
  readonly duration?: string | undefined;
  readonly requestedBy?: string | undefined;
  readonly assignee?: string | undefined;
  /** Who makes it: whoever asks for it and carries it out, as long as nobody else is said to. */
  readonly me?: string | undefined;
  /** What is known besides, from git or from answers: values of fields, and texts of sections. */
  readonly known?: KnownOfChange | undefined;
  readonly usual?: NewChange['usual'];
  readonly status?: NewChange['status'];
}

/** What is known of a change before it is made. */
export interface KnownOfChange {
  readonly fields: ChangeData;
  readonly texts?: ChangeTexts;
  /** Lines of the front matter for fields of the team's own. */
  readonly ownFields?: readonly string[];
}
