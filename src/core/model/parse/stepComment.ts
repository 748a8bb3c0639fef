import { type TextRange, textRange } from '../text/range';
import { durationMinutes } from '../time/duration';
import { type StepWordName, stepWordNamed, stepWords } from '../vocabulary/stepWords';

/** What the comment at the end of a step says of it. */
export interface StepComment {
  /** Its name, which survives rewording. */
  readonly name?: string;
  /** Whether ticking it asks for a line of evidence. */
  readonly evidence: boolean;
  /** Whether it may stay open. */
  readonly optional?: true;
  /** A role or a person, as written. */
  readonly by?: string;
  /** How many minutes it takes. */
  readonly takes?: number;
}

/** What is wrong with a word of a comment; its place counts from the beginning of the comment. */
export interface StepCommentFault {
  readonly kind: 'nothing' | 'unknown' | 'twice' | 'noValue' | 'value' | 'duration' | 'secondName' | 'quote';
  readonly written: string;
  readonly range: TextRange;
  /** The word that it is about, where it is one of the format. */
  readonly word?: StepWordName;
}

const whole = /^<!--\s*(?:step|paso):([\s\S]*?)-->$/u;
const token =
  /([\p{L}\p{N}._-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']*))(?=\s|$)|([\p{L}\p{N}._-]+=["'][\s\S]*)|[^\s"']+|["'][^"']*["']?/gu;
const nameForm = /^[\p{L}\p{N}._-]+$/u;

/** Whether a text begins with the comment of a step. */
export function opensStepComment(text: string): boolean {
  return /^<!--\s*(?:step|paso):/.test(text);
}

/**
 * Reads `<!-- step: name by=dba takes=10m evidence optional -->`: the name first or none, the words in any order, a value
 * with blanks in quotes. What cannot be read is as good as not there, and told.
 *
 * @returns undefined where the text is another comment
 */
export function readStepComment(
  text: string,
): { readonly said: StepComment; readonly faults: readonly StepCommentFault[] } | undefined {
  const inside = whole.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const start = text.indexOf(':') + 1;
  const reader = new CommentReader();
  for (const found of inside.matchAll(token)) reader.take(found, start + found.index);
  if (reader.count === 0)
    reader.faults.push({ kind: 'nothing', written: '', range: textRange(0, text.length) });
  return { said: reader.said, faults: reader.faults };
}

class CommentReader {
  said: StepComment = { evidence: false };
  readonly faults: StepCommentFault[] = [];
  count = 0;
  private readonly seen = new Set<StepWordName>();

  take([found, key, double, single, bare, unclosed]: RegExpExecArray, at: number): void {
    this.count++;
    const written = found.trimEnd();
    const word = stepWordNamed(key ?? written);
    const value = (double ?? single ?? bare)?.trim();
    const kind = unclosed ? 'quote' : word ? this.faultOf(word, value) : this.takeName(written, key);
    const range = textRange(at, at + written.length);
    if (kind) this.faults.push({ kind, written, range, ...(word ? { word } : {}) });
    else if (word) this.say(word, value ?? '');
  }

  /** Only the first word may be a name. */
  private takeName(written: string, key: string | undefined): StepCommentFault['kind'] | undefined {
    if (key !== undefined || !nameForm.test(written)) return 'unknown';
    if (this.count > 1) return this.said.name === undefined ? 'unknown' : 'secondName';
    this.said = { ...this.said, name: written };
    return undefined;
  }

  private faultOf(word: StepWordName, value: string | undefined): StepCommentFault['kind'] | undefined {
    if (this.seen.has(word)) return 'twice';
    this.seen.add(word);
    const { holds } = stepWords[word];
    if (holds === 'nothing') return value === undefined ? undefined : 'value';
    if (!value) return 'noValue';
    return holds === 'duration' && durationMinutes(value) === undefined ? 'duration' : undefined;
  }

  private say(word: StepWordName, value: string): void {
    const { said } = this;
    if (word === 'evidence') this.said = { ...said, evidence: true };
    else if (word === 'optional') this.said = { ...said, optional: true };
    else if (word === 'takes') this.said = { ...said, takes: durationMinutes(value) ?? 0 };
    else this.said = { ...said, by: value };
  }
}
