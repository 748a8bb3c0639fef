import type { TextRange } from '../model/text/range';

/** A part of a record, a template or the configuration that people go to, fold or select. */
export interface DocumentPart {
  readonly kind: 'frontMatter' | 'field' | 'item' | 'section' | 'step';
  /** What it is called: a key, a heading, the text of a step. Plain text, never empty. */
  readonly name: string;
  /** What stands beside its name; plain text, may be empty. */
  readonly detail: string;
  /** The whole part. */
  readonly range: TextRange;
  /** Where its name stands, inside of `range`. */
  readonly nameRange: TextRange;
  /** What it holds besides its name: the value of a key, the text below a heading. */
  readonly content?: TextRange;
  readonly children: readonly DocumentPart[];
}
