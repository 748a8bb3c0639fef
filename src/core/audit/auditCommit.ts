/** What a commit did to the file of a record. */
export type FileChange = 'added' | 'changed' | 'moved' | 'copied' | 'removed';

/** A commit that changed a record, as git tells of it. */
export interface AuditCommit {
  readonly commit: string;
  /** Its author, by the mail map of the repository. */
  readonly name: string;
  readonly address: string;
  /** When the author made it, in milliseconds since 1970: rebasing keeps that. */
  readonly at: number;
  readonly message: string;
  readonly change: FileChange;
  /** Path of the record after it, from the top of the repository; before it, where it was moved or copied. */
  readonly file: string;
  readonly fileBefore?: string;
  /** Ids of the record's versions before it, one for each parent of a merge; and after it. */
  readonly before: readonly string[];
  readonly after?: string;
  /** Whether history is cut here (a shallow clone): what came before is not known. */
  readonly cut: boolean;
}
