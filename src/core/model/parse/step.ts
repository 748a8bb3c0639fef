import { type TextRange, textRange } from '../text/range';
import type { SectionName } from '../vocabulary/sections';
import { opensStepComment, readStepComment, type StepComment } from './stepComment';

/** One task list item, as GFM defines it, with what the comment at its end says of it. */
export interface Step extends StepComment {
  /** The whole first paragraph of the item, from its box to its last character. */
  readonly range: TextRange;
  /** The one character between the brackets: a tick changes this and nothing else. */
  readonly box: TextRange;
  /** Line of the box, from 0. */
  readonly line: number;
  /** Its text on one line, without box, name comment and not-applicable mark. */
  readonly text: string;
  readonly checked: boolean;
  /** False for `- [x] ~~text~~ (n/a: reason)`. */
  readonly applicable: boolean;
  /** Why the step does not apply. */
  readonly reason?: string;
  /** Titles of the headings above it, outermost first. */
  readonly path: readonly string[];
  /**
   * Only of a rollback step: how many headings of its path contain the rollback section. Rollback steps count only
   * where the change was rolled back, and then instead of the others.
   */
  readonly rollback?: number;
  /** Whether another step of its choice is ticked, so that it does not apply. */
  readonly notChosen?: true;
  /** Whether its condition is not met, so that it does not count. */
  readonly unmet?: true;
}

/** A heading at the top level of the document. Headings inside quotes and lists do not structure it. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  /** Canonical name of the section that its title names; undefined for any other title. */
  readonly section: SectionName | undefined;
  /** Range of the title's text. */
  readonly range: TextRange;
  /** First line of the heading, from 0. */
  readonly line: number;
  /** First line after its section. */
  readonly endLine: number;
  /** Whether its section has no content. */
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

/** The structure of a markdown body. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly steps: readonly Step[];
  readonly links: readonly FileLink[];
  /**
   * Ranges of paragraphs and headings, without code, HTML and table rows. A function, because few records hold
   * placeholders, which are what these ranges are searched for.
   */
  readonly prose: () => readonly TextRange[];
  /** The beginning of code or a comment that is not closed, so that the headings below are not read as headings. */
  readonly unclosed?: TextRange;
}

const notApplicable = /^~~([^~].*?)~~[ \t]*\(n\/a(?::(.*))?\)$/is;
const escaped = /\\[\\()]/;
const boxBefore = /^\[[ \t\r\nxX]\]\s+/;
const commentBehind = /\s*<!--(?:(?!-->)[\s\S])*-->\s*$/;

/** The text of a step that does not apply, and the reason. */
interface NotApplicable {
  readonly text: string;
  readonly reason: string;
}

/**
 * Reads `~~text~~ (n/a: reason)`; undefined for any other text. The reason ends with the bracket that matches the
 * first one, and this must be the last character.
 */
export function readNotApplicable(plain: string): NotApplicable | undefined {
  // Two cheap tests come first, since the pattern is slow on texts that do not match.
  const mark = plain.startsWith('~~') && plain.endsWith(')') ? notApplicable.exec(plain) : null;
  const [, text, reason = ''] = mark ?? [];
  return text !== undefined && isBalanced(reason) ? { text, reason } : undefined;
}

/** A reason as it is written in a step: its brackets are escaped where they are not balanced. */
export function writeReason(reason: string): string {
  return isBalanced(reason) && !escaped.test(reason) ? reason : reason.replace(/[\\()]/g, '\\$&');
}

/** Whether all brackets are balanced; escaped ones do not count. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) return false;
    else if (text[at] === '\\' && ++at === text.length) return false;
  }
  return depth === 0;
}

/** The range of a step's own text: after its box, before the comment with its name and words. */
export function stepTextRange(step: Pick<Step, 'range' | 'name'>, source: string): TextRange {
  const whole = source.slice(step.range.start, step.range.end);
  const start = boxBefore.exec(whole)?.[0].length ?? 3;
  const commentAt = whole.lastIndexOf('<!--');
  const comment = commentAt >= start ? whole.slice(commentAt) : '';
  const hasComment = (step.name !== undefined || opensStepComment(comment)) && commentBehind.test(comment);
  const text = (hasComment ? whole.slice(0, commentAt) : whole).trimEnd();
  return textRange(step.range.start + start, step.range.start + Math.max(start, text.length));
}

/** Splits the text of a step into text, comment and not-applicable mark. */
export function readStepText(source: string): StepComment & Pick<Step, 'text' | 'applicable' | 'reason'> {
  const whole = source.trim();
  const commentStart = whole.endsWith('-->') ? whole.lastIndexOf('<!--') : -1;
  const comment = commentStart >= 0 ? readStepComment(whole.slice(commentStart)) : undefined;
  const plain = comment ? whole.slice(0, commentStart).trimEnd() : whole;
  const skipped = readNotApplicable(plain);
  const reason = skipped?.reason.replace(/\\([\\()])/g, '$1').trim();
  return {
    text: onOneLine(skipped?.text ?? plain),
    evidence: false,
    applicable: !skipped,
    ...comment?.said,
    ...(reason ? { reason } : {}),
  };
}

function onOneLine(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t]*\n[ \t]*/g, ' ').trim() : text.trim();
}
