import type { AccountedTick } from './index/tickFacts';

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

/** The commit that brought an approval into a record. */
export interface ApprovalCommit {
  readonly commit: string;
  /** Its author, or that of the action which a squashed merge tells of. */
  readonly name: string;
  readonly address: string;
  /** What git says of its signature (`%G?`) and of whose it is; only where that was asked. */
  readonly signature?: string;
  readonly signer?: string;
}

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
  /** The commit that brought an approval into the record of a file. Nothing where there is none, or nobody knows. */
  approvalCommit(file: string, key: string): ApprovalCommit | undefined;
}
