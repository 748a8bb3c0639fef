import type { TextRange } from '../model/text/range';

/** What is shown about the word under the pointer: markdown, and the word. */
export interface HoverText {
  readonly markdown: string;
  readonly range: TextRange;
  /** Whether it matters who wrote this line: decisions of people, and what they answer for. */
  readonly byWhom?: boolean;
}
