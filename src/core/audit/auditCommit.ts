/** What a commit did to a record's file. */
export type FileChange = 'added' | 'changed' | 'moved' | 'copied' | 'removed';

/** A commit that changed a record, as git lists it. */
export interface AuditCommit {
  readonly commit: string;
  /** Its author, by the mail map of the repository. */
  readonly name: string;
  readonly address: string;
  /** The author's time, in milliseconds since 1970. Unlike the committer's, it survives a rebase. */
  readonly at: number;
  readonly message: string;
  readonly change: FileChange;
  /** Path of the record after it, from the top of the repository; and before it, where it was moved or copied. */
  readonly file: string;
  readonly fileBefore?: string;
  /** Ids of the record's versions before it, one for each parent of a merge; and after it. */
  readonly before: readonly string[];
  readonly after?: string;
  /** Whether history is cut here (a shallow clone), so that earlier commits are not known. */
  readonly cut: boolean;
  /** A merge that only brought what others had changed: nothing but its message is its own. */
  readonly brings?: true;
}
