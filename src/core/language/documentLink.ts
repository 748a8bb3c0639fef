import type { TextRange } from '../model/text/range';

/** Where a link leads. */
export type LinkTarget =
  | {
      readonly kind: 'record';
      /** Path of the record, relative to the workspace. */
      readonly file: string;
      /** Of a procedure, the version that is meant, where the workspace has another one. */
      readonly version?: string;
    }
  | {
      readonly kind: 'file';
      /** Path of the file or folder, relative to the workspace. */
      readonly file: string;
      /** The heading or the lines that are meant, as written; empty for none. */
      readonly fragment: string;
    }
  /** A web address. */
  | { readonly kind: 'address'; readonly url: string };

/** A place in a text that leads somewhere. */
export interface DocumentLink {
  readonly range: TextRange;
  readonly target: LinkTarget;
  /** What is there, in plain text; empty where there is nothing to say. */
  readonly tooltip: string;
  /** Whether it is a link of markdown, which any editor for markdown follows by itself. */
  readonly ofMarkdown: boolean;
}
