/** A file that is made from tables: its path in the project, with `/`, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** The text of a file of the project, with `\n` line breaks; undefined where it is not there. */
export type ReadProjectFile = (path: string) => string | undefined;

/** From tables to texts. It touches no disk; `read` is for files of which only a block is generated. */
export type Generator = (
  read: ReadProjectFile,
) => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
