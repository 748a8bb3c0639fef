/** A step as an event names it. */
export interface AuditedStep {
  /** Titles of the headings above it, outermost first. */
  readonly path: readonly string[];
  readonly text: string;
}

/** One thing that happened to a record. */
export interface AuditEvent {
  readonly commit: string;
  readonly subject: string;
  /** Who did it, and when (milliseconds since 1970). */
  readonly by: string;
  readonly address: string;
  readonly at: number;
  /**
   * What was done: the action of a commit of Changebook's; of other commits `tick`, `untick`, `skip`, `unskip`,
   * `advance`, `hold`, `resume`, `approve`, `deny`, `agree`, `accept-risk`, `waive`, `notify`, and `create`, `move`, `copy`, `edit`, `remove`; `cut` where history begins only here.
   */
  readonly action: string;
  /** Whether Changebook made the commit; otherwise somebody changed the file by hand. */
  readonly own: boolean;
  /** Path of the record after it, from the top of the repository. */
  readonly file: string;
  readonly fileBefore?: string;
  readonly step?: AuditedStep;
  /** The states that it moved between. */
  readonly from?: string;
  readonly to?: string;
  readonly role?: string;
  /** Who decided, agreed, answers for it or sent it, as written, where that is not said by whose commit it is. */
  readonly decidedBy?: string;
  readonly reason?: string;
  readonly evidence?: string;
  /** The record that it moved along with. */
  readonly along?: string;
  /** How many steps were ticked already when the record came. */
  readonly ticked?: number;
  /** Other trailers of the commit, by name. */
  readonly details: { readonly [name: string]: string };
}
