import type { Redo } from '../../core/actions/redo/redo';

/** One file that a commit changed. */
export interface CommittedFile {
  readonly path: string;
  /** Modes and blobs before and after, as git prints them: `:100644 100644 a b M`. */
  readonly modes: readonly [string, string];
  readonly blobs: readonly [string, string];
  readonly letter: string;
}

/** One file of a commit of Changebook's; without a way to do it again where it is a new record. */
export interface FileRedo {
  readonly file: CommittedFile;
  readonly after: string;
  readonly redo: Redo | undefined;
}
