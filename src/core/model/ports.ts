/** A tick that a commit accounts for: hashes of its step's label, and of what follows each heading of it. */
export type AccountedTick = readonly string[];

/**
 * What the outside world tells the core. Every face brings its own: the command line asks the disk at once, the
 * editor asks beforehand and answers from what it has.
 */
export interface FileFacts {
  /**
   * Whether something stands at a path of the workspace (relative, with `/`, a folder with or without a
   * trailing one). Nothing where it is not known yet: then rules stay silent.
   */
  exists(path: string): boolean | undefined;
  /** The text of a file of the workspace; nothing where there is none, or where it is not known. */
  text(path: string): string | undefined;
  /** The anchors that headings of a markdown file give (`#this-part`); nothing where it is not known. */
  anchors(path: string): ReadonlySet<string> | undefined;
}

/** Who changed something last, and when (milliseconds since 1970). */
export interface LastChange {
  readonly name: string;
  readonly address: string;
  readonly at: number;
}

/** Whoever a commit names, as it does so itself: no mail map has a part in it. */
export interface CommitPerson {
  readonly name: string;
  readonly address: string;
}

/** The commit that brought an approval into a record. */
export interface ApprovalCommit {
  readonly commit: string;
  readonly author: CommitPerson;
  readonly committer: CommitPerson;
  /** When its author made it, in milliseconds since 1970. */
  readonly at: number;
  /** Who gave the approval by its message, that of a squashed merge: anybody can write one. */
  readonly claimed?: CommitPerson;
  /** Whether it took the approval out, which a merge brought back later. */
  readonly withdrawn?: true;
  /** Denials that came with it or after it, in its role or of the same content, by their keys. */
  readonly denied?: readonly DenialCommit[];
  /** What git says of its signature (`%G?`) and of whose it is; only where that was asked. */
  readonly signature?: string;
  readonly signer?: string;
  /** Whether it is signed by a key of `ssh` where the user's own settings list no keys that may sign. */
  readonly unlisted?: true;
}

/** The commit that brought a denial into a record. */
export interface DenialCommit {
  readonly key: string;
  readonly role: string;
  /** Who denied, as written. */
  readonly by: string | undefined;
  readonly commit: string;
  readonly author: CommitPerson;
}

/** Why git says nothing at all: it cannot, or (`notAsked`) may not be asked. */
export type NoGit = 'noRepository' | 'noProgram' | 'unsafe' | 'failed' | 'notAsked';

/**
 * Why nobody knows who committed an approval: history is cut, objects are missing, whose keys are trusted is said by a
 * file of the repository's own (`signers`), or git says nothing.
 */
export type NoEvidence = NoGit | 'uncommitted' | 'shallow' | 'partial' | 'signers';

/** What git knows of the repository that holds the workspace, as of one state of it. */
export interface GitFacts {
  /** Names of all tags. */
  readonly tags: ReadonlySet<string>;
  /** Names of all branches, local ones and those of remotes without the remote's name. */
  readonly branches: ReadonlySet<string>;
  /**
   * Hashes of the parts of a record's content, by name, as they were in the version that a digest was made from.
   * Nothing where git knows no such version, or has not looked yet.
   */
  approvedParts(file: string, digest: string): ReadonlyMap<string, string> | undefined;
  /**
   * The ticks of a record (by its id, else its file) that commits of their own account for. Nothing where git does not
   * know the whole history, or was not asked.
   */
  accountedTicks(record: string): readonly AccountedTick[] | undefined;
  /**
   * The commit that brought an approval into the record of a file, or why it is not known. Nothing where it was not
   * looked for yet.
   */
  approvalCommit(file: string, key: string): ApprovalCommit | NoEvidence | undefined;
}
