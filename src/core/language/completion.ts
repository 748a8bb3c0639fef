import type { TextRange } from '../model/text/range';

/** One thing that may be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'record' | 'person' | 'customer' | 'rule' | 'heading' | 'snippet';
  /** One line beside the label; plain text. */
  readonly detail?: string;
  /** Markdown, of our own words only. */
  readonly documentation?: string;
  readonly insertText: string;
  /** Whether `insertText` holds places to fill in (`$0`). */
  readonly snippet: boolean;
  /** What is typed is compared with this. */
  readonly filterText: string;
  readonly sortText: string;
  /** What it replaces, on one line. */
  readonly range: TextRange;
  /** Whether there is something to choose right behind it. */
  readonly goesOn: boolean;
  /** Whether any editor for markdown offers it by itself. */
  readonly ofMarkdown?: true;
}

/** A value that may stand at a place. */
export interface ValueName extends Pick<Completion, 'kind' | 'detail' | 'documentation'> {
  readonly value: string;
  /** What is typed where that stands for it; else the value itself. */
  readonly typed?: string;
  /** It is written as it stands, without quotes. */
  readonly plain?: boolean;
}

/** What may be written at a cursor; `cut` tells that other letters may have others. */
export interface Completions {
  readonly items: readonly Completion[];
  readonly cut: boolean;
  /** What git says of the release would be among them, and is not known yet. */
  readonly wantsRelease?: boolean;
}

export const noCompletions: Completions = { items: [], cut: false };

/** What says little by itself has its detail beside it in every row, not in the focused one alone. */
export const titledKinds: ReadonlySet<Completion['kind']> = new Set([
  'record',
  'customer',
  'rule',
  'heading',
]);
