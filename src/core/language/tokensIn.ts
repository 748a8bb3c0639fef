import { readConfigFile } from '../config/readConfigFile';
import type { Located } from '../model/parse/located';
import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';
import { readStepComment } from '../model/parse/stepComment';
import { type TextRange, textRange } from '../model/text/range';
import type { MentionInput, NamedKind, TextPlace } from './mentions/mention';
import { mentionsIn } from './mentions/mentionsIn';

/** What a word is, whatever it says: a key, a value of a few, a moment, a word of a step's comment, or what it names. */
export type TokenKind = 'key' | 'choice' | 'moment' | 'stepWord' | 'done' | Exclude<NamedKind, 'heading'>;

/** A word of a text, on one line. */
export interface Token {
  readonly range: TextRange;
  readonly kind: TokenKind;
  /** Whether what it names is described here. */
  readonly defines: boolean;
}

/**
 * The words of a text that mean something to us, in their order, none inside of another. An editor without a grammar for
 * records colours them by that.
 */
export function tokensIn(text: string, place: TextPlace, input: MentionInput): Token[] {
  const named = mentionsIn(text, place, input).flatMap(({ kind, range, defines }): Token[] =>
    kind === 'heading' ? [] : [{ range, kind, defines }],
  );
  const all = [...named, ...wordsOf(text, place)].filter(({ range: { start, end } }) => {
    return start < end && !/[\r\n]/.test(text.slice(start, end));
  });
  all.sort((a, b) => a.range.start - b.range.start || lengthOf(a) - lengthOf(b));
  let behind = 0;
  return all.filter(({ range }) => {
    const isFree = range.start >= behind;
    if (isFree) behind = range.end;
    return isFree;
  });
}

function lengthOf({ range }: Token): number {
  return range.end - range.start;
}

function wordsOf(text: string, { file, kind }: TextPlace): Token[] {
  if (kind === 'template') return [];
  if (kind !== 'record') return fieldTokens(readConfigFile(kind, file, text).located);
  const record = parseRecord(text, { expected: true, file });
  if (!record) return [];
  return [...fieldTokens(record.located), ...record.body.steps.flatMap((step) => stepTokens(step, text))];
}

const momentKinds = new Set(['dateTime', 'date', 'duration']);

function fieldTokens({ key, keyRange, node, type, fields, items }: Located): Token[] {
  const own: Token[] = key !== undefined && keyRange ? [token(keyRange, 'key')] : [];
  if (items) own.push(...items.flatMap(fieldTokens));
  if (fields) own.push(...Object.values(fields).flatMap(fieldTokens));
  if (node.kind !== 'scalar' || node.style === 'block') return own;
  if (type.choices) own.push(token(node.range, 'choice'));
  else if (momentKinds.has(type.kind)) own.push(token(node.range, 'moment'));
  return own;
}

/** The mark of a step that is done, and the words of its comment; what they name is said by others. */
function stepTokens({ box, checked, range }: Step, text: string): Token[] {
  const done = checked ? [token(box, 'done')] : [];
  const start = text.lastIndexOf('<!--', range.end);
  const said = start < range.start ? undefined : readStepComment(text.slice(start, range.end));
  const words = [...(said?.places.values() ?? [])].map((place) => {
    const [word = ''] = /^[^=]*/.exec(text.slice(start + place.start, start + place.end)) ?? [];
    return token(textRange(start + place.start, start + place.start + word.length), 'stepWord');
  });
  return [...done, ...words];
}

function token(range: TextRange, kind: TokenKind): Token {
  return { range, kind, defines: false };
}
