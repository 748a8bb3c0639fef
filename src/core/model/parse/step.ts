import { type TextRange, textRange } from '../text/range';
import type { SectionName } from '../vocabulary/sections';

/** One task list item, as GFM defines it. */
export interface Step {
  /** The whole first paragraph of the item, from its box to its last character. */
  readonly range: TextRange;
  /** The one character between the brackets: a tick changes this and nothing else. */
  readonly box: TextRange;
  /** Line of the box, from 0. */
  readonly line: number;
  /** Its text as written, without box, name comment and not-applicable mark; line breaks are spaces. */
  readonly text: string;
  readonly checked: boolean;
  /** False for `- [x] ~~text~~ (n/a: reason)`. */
  readonly applicable: boolean;
  /** Reason given where the step does not apply. */
  readonly reason?: string;
  /** Titles of the headings above it, outermost first. */
  readonly path: readonly string[];
  /** Name from `<!-- step: name -->`, which survives rewording. */
  readonly name?: string;
  /** Whether ticking it asks for a line of evidence. */
  readonly evidence: boolean;
  /**
   * Of a step back: how many headings of its path stand above that of the rollback. It counts only where the change was
   * rolled back, and then instead of the others.
   */
  readonly rollback?: number;
}

/** A heading of the document itself; those inside quotes and lists structure nothing. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  /** The canonical name that its title gives a section; nothing where it is a title of the record's own. */
  readonly section: SectionName | undefined;
  /** Range of the title's text. */
  readonly range: TextRange;
  /** First line of the heading, from 0. */
  readonly line: number;
  /** First line below it that no longer belongs to it. */
  readonly endLine: number;
  /** Whether nothing stands between it and the next heading of its level or above. */
  readonly empty: boolean;
}

/** A link or image whose target is a path or a heading of this file. */
export interface FileLink {
  /** Range of the target as written. */
  readonly range: TextRange;
  /** Decoded path without its fragment; empty for a heading of this file. */
  readonly path: string;
  /** Fragment without `#`; empty for none. */
  readonly fragment: string;
}

/** What a markdown body holds of what Changebook works on. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly steps: readonly Step[];
  readonly links: readonly FileLink[];
  /**
   * Paragraphs and headings, in which placeholders are looked for: no code, no HTML, no table rows. A function,
   * because few records hold anything that makes it worth knowing where they stand.
   */
  readonly prose: () => readonly TextRange[];
  /** Where code or a comment begins that nobody closed, so that the headings below are none. */
  readonly unclosed?: TextRange;
}

const stepComment = /^<!--\s*step:\s*([\p{L}\p{N}._-]+)((?:\s+[\p{L}\p{N}._-]+)*)\s*-->$/u;
const notApplicable = /^~~([^~].*?)~~[ \t]*\(n\/a(?::(.*))?\)$/is;
const escaped = /\\[\\()]/;
const boxBefore = /^\[[ \t\r\nxX]\]\s+/;
const commentBehind = /\s*<!--(?:(?!-->)[\s\S])*-->\s*$/;

/** What a step is called that does not apply, and why it does not. */
export interface NotApplicable {
  readonly text: string;
  readonly reason: string;
}

/**
 * Reads `~~text~~ (n/a: reason)`; nothing where a text is anything else. The bracket that ends the reason is the one
 * that answers to the first, and the last character: what stands behind it would be read as no part of the step.
 */
export function readNotApplicable(plain: string): NotApplicable | undefined {
  // The two cheap tests keep the pattern off texts on which it could only search in vain.
  const mark = plain.startsWith('~~') && plain.endsWith(')') ? notApplicable.exec(plain) : null;
  const [, text, reason = ''] = mark ?? [];
  return text !== undefined && isBalanced(reason) ? { text, reason } : undefined;
}

/** Writes a reason so that its brackets are read as a part of it: where one has no other half they are escaped. */
export function writeReason(reason: string): string {
  return isBalanced(reason) && !escaped.test(reason) ? reason : reason.replace(/[\\()]/g, '\\$&');
}

/** Whether every bracket has its other half; markdown's escaped ones are characters like any other. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) return false;
    else if (text[at] === '\\' && ++at === text.length) return false;
  }
  return depth === 0;
}

/** Where a step's own text stands in its record: behind its box, before the comment with its name. */
export function stepTextRange(step: Pick<Step, 'range' | 'name'>, source: string): TextRange {
  const whole = source.slice(step.range.start, step.range.end);
  const start = boxBefore.exec(whole)?.[0].length ?? 3;
  const commentAt = step.name !== undefined ? whole.lastIndexOf('<!--') : -1;
  const hasComment = commentAt >= start && commentBehind.test(whole.slice(commentAt));
  const text = (hasComment ? whole.slice(0, commentAt) : whole).trimEnd();
  return textRange(step.range.start + start, step.range.start + Math.max(start, text.length));
}

/** Takes a step's text apart: name comment, evidence mark, not-applicable mark. */
export function readStepText(
  source: string,
): Pick<Step, 'text' | 'name' | 'evidence' | 'applicable' | 'reason'> {
  const whole = source.trim();
  const commentStart = whole.endsWith('-->') ? whole.lastIndexOf('<!--') : -1;
  const comment = commentStart >= 0 ? stepComment.exec(whole.slice(commentStart)) : null;
  const plain = comment ? whole.slice(0, commentStart).trimEnd() : whole;
  const skipped = readNotApplicable(plain);
  const reason = skipped?.reason.replace(/\\([\\()])/g, '$1').trim();
  return {
    text: onOneLine(skipped?.text ?? plain),
    evidence: comment?.[2]?.split(/\s+/).includes('evidence') ?? false,
    applicable: !skipped,
    ...(comment?.[1] ? { name: comment[1] } : {}),
    ...(reason ? { reason } : {}),
  };
}

function onOneLine(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t]*\n[ \t]*/g, ' ').trim() : text.trim();
}
