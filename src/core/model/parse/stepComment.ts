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
  /** How many minutes behind the start it is due; before it the number is negative. */
  readonly at?: number;
  /** The choice of which it is one. */
  readonly choice?: string;
  /** The field or the condition without which it does not count. */
  readonly if?: string;
}

/** What is wrong with a word of a comment; its place counts from the beginning of the comment. */
export interface StepCommentFault {
  readonly kind:
    | 'nothing'
    | 'unknown'
    | 'twice'
    | 'noValue'
    | 'value'
    | 'duration'
    | 'offset'
    | 'secondName'
    | 'quote';
  readonly written: string;
  readonly range: TextRange;
  /** The word that it is about, where it is one of the format. */
  readonly word?: StepWordName;
}

const whole = /^<!--\s*(?:step|paso):([\s\S]*?)-->$/u;
const token =
  /([\p{L}\p{N}._-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']*))(?=\s|$)|([\p{L}\p{N}._-]+=["'][\s\S]*)|[^\s"']+|["'][^"']*["']?/gu;
const nameForm = /^[\p{L}\p{N}._-]+$/u;

/** A year: a mistyped figure must not lead out of the calendar. */
const mostOffset = 366 * 1440;

/** Whether a text begins with the comment of a step. */
export function opensStepComment(text: string): boolean {
  return /^<!--\s*(?:step|paso):/.test(text);
}

/** A comment as it was read; places count from its beginning. */
interface ReadStepComment {
  readonly said: StepComment;
  readonly faults: readonly StepCommentFault[];
  readonly places: ReadonlyMap<StepWordName, TextRange>;
}

/**
 * Reads `<!-- step: name by=dba takes=10m evidence optional -->`: the name first or none, the words in any order, a value
 * with blanks in quotes. What cannot be read is as good as not there, and told.
 *
 * @returns undefined where the text is another comment
 */
export function readStepComment(text: string): ReadStepComment | undefined {
  const inside = whole.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const start = text.indexOf(':') + 1;
  const reader = new CommentReader();
  for (const found of inside.matchAll(token)) reader.take(found, start + found.index);
  if (reader.count === 0)
    reader.faults.push({ kind: 'nothing', written: '', range: textRange(0, text.length) });
  return { said: reader.said, faults: reader.faults, places: reader.places };
}

/** The place of a word in the comment of a step; that of the whole step where it has none. */
export function stepWordPlace(range: TextRange, text: string, word: StepWordName): TextRange {
  const start = text.lastIndexOf('<!--', range.end);
  const place =
    start < range.start ? undefined : readStepComment(text.slice(start, range.end))?.places.get(word);
  return place ? textRange(start + place.start, start + place.end) : range;
}

/** Minutes of `-24h`, `+30m` or `0m`, of a year at most; undefined where the text is not so written. */
function offsetMinutes(value: string): number | undefined {
  const [, sign = '', length = ''] = /^([-+−]?)(.*)$/.exec(value) ?? [];
  const minutes = durationMinutes(length);
  if (minutes === undefined || minutes > mostOffset) return undefined;
  return minutes === 0 || sign === '+' || sign === '' ? minutes : -minutes;
}

class CommentReader {
  said: StepComment = { evidence: false };
  readonly faults: StepCommentFault[] = [];
  count = 0;
  readonly places = new Map<StepWordName, TextRange>();

  take([found, key, double, single, bare, unclosed]: RegExpExecArray, at: number): void {
    this.count++;
    const written = found.trimEnd();
    const word = stepWordNamed(key ?? written);
    const value = (double ?? single ?? bare)?.trim();
    const range = textRange(at, at + written.length);
    const kind = unclosed ? 'quote' : word ? this.faultOf(word, value) : this.takeName(written, key);
    if (word && !this.places.has(word)) this.places.set(word, range);
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
    if (this.places.has(word)) return 'twice';
    const { holds } = stepWords[word];
    if (holds === 'nothing') return value === undefined ? undefined : 'value';
    if (!value) return 'noValue';
    if (holds === 'duration' && durationMinutes(value) === undefined) return 'duration';
    return holds === 'offset' && offsetMinutes(value) === undefined ? 'offset' : undefined;
  }

  private say(word: StepWordName, value: string): void {
    const { said } = this;
    if (word === 'evidence') this.said = { ...said, evidence: true };
    else if (word === 'optional') this.said = { ...said, optional: true };
    else if (word === 'takes') this.said = { ...said, takes: durationMinutes(value) ?? 0 };
    else if (word === 'at') this.said = { ...said, at: offsetMinutes(value) ?? 0 };
    else if (word === 'choice') this.said = { ...said, choice: value };
    else if (word === 'if') this.said = { ...said, if: value };
    else this.said = { ...said, by: value };
  }
}
