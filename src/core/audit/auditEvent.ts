import type { EvidenceFile } from '../actions/evidenceFile';
import type { NamedApprovers } from './namedApprovers';

/** A step as an event names it. */
export interface AuditedStep {
  /** Titles of the headings above it, outermost first. */
  readonly path: readonly string[];
  readonly text: string;
}

/** How the file of an event stands: as it was, otherwise, or no more, while its commit has it; or not even that. */
export type EvidenceState = 'intact' | 'changed' | 'removed' | 'lost';

/** The file that shows that a step is done. */
export interface AuditedEvidence extends EvidenceFile {
  /** Whether the event took it away. */
  readonly isTaken?: true;
  /** Undefined where it was taken away, or was not looked at. */
  readonly state?: EvidenceState;
}

/** One event in a record's history. */
export interface AuditEvent {
  readonly commit: string;
  readonly subject: string;
  /** Who did it, and when (milliseconds since 1970). */
  readonly by: string;
  readonly address: string;
  readonly at: number;
  /**
   * What was done. Commits of Changebook name their action. For other commits it is derived: `tick`, `untick`, `skip`,
   * `unskip`, `advance`, `hold`, `resume`, `approve`, `deny`, `agree`, `accept-risk`, `waive`, `notify`, `create`,
   * `move`, `copy`, `edit` or `remove`. `cut` means that history begins only here; `mention` that the message of a
   * commit or merge says who approved, which does not count.
   */
  readonly action: string;
  /** Whether Changebook made the commit. Otherwise somebody edited the file by hand. */
  readonly own: boolean;
  /** Path of the record after it, from the top of the repository. */
  readonly file: string;
  readonly fileBefore?: string;
  readonly step?: AuditedStep;
  /** The states that it moved between. */
  readonly from?: string;
  readonly to?: string;
  readonly role?: string;
  /** Who decided, agreed, waived or sent it, as written, where that is not the author of the commit. */
  readonly decidedBy?: string;
  readonly reason?: string;
  readonly evidence?: string;
  readonly evidenceFile?: AuditedEvidence;
  /** The record whose action changed this one as well. */
  readonly along?: string;
  /** How many steps were already ticked when the record was created. */
  readonly ticked?: number;
  /** Whom a `mention` names. */
  readonly named?: NamedApprovers;
  /** Other trailers of the commit, by name. */
  readonly details: { readonly [name: string]: string };
}
