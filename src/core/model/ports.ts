/** A tick that a commit accounts for. */
export interface AccountedTick {
  /** Hashes of its step's label and of the label's part after each heading. */
  readonly hashes: readonly string[];
  /** Who made the commit; undefined where a squashed merge does not say. */
  readonly by?: CommitPerson;
  /** The commit says what shows that the step is done. */
  readonly evidence?: true;
}

/**
 * Facts about files. The command line reads the disk when it is asked; the editor reads beforehand and answers from
 * memory.
 */
export interface FileFacts {
  /**
   * Whether a path of the workspace exists (relative, with `/`, a folder with or without a trailing one). Undefined
   * where that is not known yet: rules then report nothing.
   */
  exists(path: string): boolean | undefined;
  /** The text of a file of the workspace, or undefined where there is none or it is not known. */
  text(path: string): string | undefined;
  /** The anchors of a markdown file's headings (`#this-part`), or undefined where they are not known. */
  anchors(path: string): ReadonlySet<string> | undefined;
}

/** What a new id has to differ from besides those of the workspace, and chance, which nothing here has of its own. */
export interface IdsElsewhere {
  /** Ids on other branches, and in other work trees of the repository. */
  readonly taken: ReadonlySet<string>;
  /** Whether all of these were looked through in the time that there is for it. */
  readonly complete: boolean;
  /** Capitals and digits by chance. */
  random(): string;
}

/** Who changed something last, and when (milliseconds since 1970). */
export interface LastChange {
  readonly name: string;
  readonly address: string;
  readonly at: number;
}

/** The author or committer of a commit as the commit itself says, without `.mailmap`. */
export interface CommitPerson {
  readonly name: string;
  readonly address: string;
}

/** A move of a record from one state to another, and who made it. */
export interface StateMove {
  /** Undefined where no commit tells of an earlier move. */
  readonly from?: string;
  readonly to: string;
  /** Undefined where somebody else put its commit together with others. */
  readonly author?: CommitPerson;
}

/** The commit that brought an approval into a record. */
export interface ApprovalCommit {
  readonly commit: string;
  readonly author: CommitPerson;
  readonly committer: CommitPerson;
  /** When its author made it, in milliseconds since 1970. */
  readonly at: number;
  /** The approver named by the message of a squashed merge. Anybody can write such a message. */
  readonly claimed?: CommitPerson;
  /** Whether it removed the approval, which a later merge brought back. */
  readonly withdrawn?: true;
  /** Denials that came with it or after it, in its role or of the same content. */
  readonly denied?: readonly LaterDecision[];
  /** Of a procedure: approvals in its role that came after it and were not taken back by whoever gave them. */
  readonly superseded?: readonly LaterDecision[];
  /** Git's verdict on its signature (`%G?`) and the signer; only where signatures are required. */
  readonly signature?: string;
  readonly signer?: string;
  /** Whether it is signed with an SSH key while the user's settings list no allowed signers. */
  readonly unlisted?: true;
}

/** The commit that brought a later decision into a record. */
export interface LaterDecision {
  readonly key: string;
  readonly role: string;
  /** Who decided, as written. */
  readonly by: string | undefined;
  readonly commit: string;
  readonly author: CommitPerson;
}

/** Why nothing is known from git: it cannot answer, or (`notAsked`) it must not be asked. */
export type NoGit = 'noRepository' | 'noProgram' | 'unsafe' | 'failed' | 'notAsked';

/**
 * Why it is not known who committed an approval: it is not committed, history is cut off, objects are missing, the
 * list of trusted keys is a file of the repository itself (`signers`), or git does not answer.
 */
export type NoEvidence = NoGit | 'uncommitted' | 'shallow' | 'partial' | 'signers';

/** What git knows of the repository that holds the workspace, as of one state of it. */
export interface GitFacts {
  readonly tags: ReadonlySet<string>;
  /** Names of all branches, local ones and those of remotes without the remote's name. */
  readonly branches: ReadonlySet<string>;
  /**
   * Hashes of the parts of a record's content, by name, in the version that a digest was made from. Undefined where
   * git has no such version or has not been asked yet.
   */
  approvedParts(file: string, digest: string): ReadonlyMap<string, string> | undefined;
  /**
   * The ticks of a record (by its id, else its file) that have a commit of their own. Undefined where the history is
   * not complete or was not asked for.
   */
  accountedTicks(record: string): readonly AccountedTick[] | undefined;
  /**
   * The last move of a record (by its file, and by its id, else its file), as commits tell of it. Undefined where they
   * tell of none, the history is not complete, or it was not asked for.
   */
  lastMove(file: string, record: string): StateMove | undefined;
  /**
   * The commit that brought an approval into the record of a file, or why it is not known. Undefined where it has not
   * been looked for yet.
   */
  approvalCommit(file: string, key: string): ApprovalCommit | NoEvidence | undefined;
}
