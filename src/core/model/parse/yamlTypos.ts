import { applyEdits, type TextEdit } from '../text/edit';
import { textRange } from '../text/range';
import type { Problem, YamlTypoCode } from './problem';
import type { YamlMap, YamlScalar } from './yamlTree';

/** A guess at what was mistyped: its cause, and the edit with which the text can be read. */
interface Typo extends TextEdit {
  readonly code: YamlTypoCode;
}

/** More text than this is no key that somebody mistyped, and more tries than this take too long. */
const [longestBlock, mostTries] = [4000, 40];

/**
 * What somebody mistyped in a part of some YAML that cannot be read, each slip with its repair. A guess counts only if
 * the text can be read further with it than without, and all of them only if the whole can be read then.
 *
 * @param base offset of the part in the file, added to every range
 * @param reach how far a text can be read; infinite where it can be read whole
 */
export function yamlTypos(part: string, base: number, reach: (text: string) => number): Problem[] {
  if (part.length > longestBlock) return [];
  const found: Typo[] = [];
  let reached = reach(part);
  let tries = 0;
  for (const slip of guesses(part)) {
    if (reached === Number.POSITIVE_INFINITY || ++tries > mostTries) break;
    // A line that is mended already is in order.
    if (found.some(({ range }) => slip.range.start < range.end)) continue;
    const further = reach(applyEdits(part, [...found, slip]).text);
    if (further <= reached + slip.text.length) continue;
    reached = further;
    found.push(slip);
  }
  if (reached !== Number.POSITIVE_INFINITY) return [];
  return found.map(({ code, range, text }) => {
    const place = textRange(base + range.start, base + range.end);
    const sign = part[range.start] ?? '';
    const also = otherMeaning(code, part.slice(range.start, range.end));
    return { code, range: place, args: { sign, ...(also ? { also } : {}) }, replacement: text };
  });
}

/** What else somebody may have meant. */
function otherMeaning(code: YamlTypoCode, written: string): string | undefined {
  // What looks like the beginning of a list may be one of a text.
  if (code === 'yamlUnclosed' && /^[[{]/.test(written)) return quoted(written);
  if (code === 'yamlDash' && /^- [^\r\n]*$/.test(written)) return quoted(written);
  // What looks like a text may be a key of another mapping.
  return code === 'yamlColon' && /^\p{Ll}[\p{Ll}_]*: [^:\s[\]{},]+(?: [\d:]+)?$/u.test(written)
    ? `{ ${written} }`
    : undefined;
}

/** A first line that begins further right than the others, where that is all that is wrong. */
export function indentedStart(source: string, base: number): Problem[] {
  const [, above = '', indent] = /^((?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*)([ \t]+)[^\s#]/.exec(source) ?? [];
  if (!indent) return [];
  const start = base + above.length;
  return [{ code: 'yamlIndent', range: textRange(start, start + indent.length), replacement: '' }];
}

const numberComment = /((?:\s*-)?[ \t]+)#\d[^\r\n]*/y;

/**
 * A number that YAML takes for a comment behind a value that ends at `end`, or in place of one; nothing where there is
 * none. A comment that begins with a blank is one.
 */
export function lostNumber(source: string, start: number, end: number, base: number): Problem | undefined {
  const next = source.charCodeAt(end);
  if (next !== 32 && next !== 9 && start !== end) return undefined;
  numberComment.lastIndex = end;
  const [whole, gap = ''] = numberComment.exec(source) ?? [];
  if (whole === undefined) return undefined;
  const from = start === end ? end + gap.length : start;
  const text = source.slice(from, end + whole.length).trimEnd();
  const args = { value: whole.slice(gap.length).trimEnd().slice(0, 60) };
  const range = textRange(base + from, base + from + text.length);
  return { code: 'lostNumber', range, args, replacement: quoted(text), certain: false };
}

/** An item of a list that is indented further than the one above, and so goes on with its text. */
export function lostItem(text: string, start: number): Problem | undefined {
  const found = /[\r\n][ \t]*(?=- )/.exec(text);
  if (!found) return undefined;
  const dash = start + found.index + found[0].length;
  return { code: 'lostItem', range: textRange(dash, dash + 1) };
}

/** A `{{name}}` that a template left, which YAML takes for a mapping whose key is one, as a text; nothing for others. */
export function templateMark(
  { flow, range }: YamlMap,
  source: string,
  base: number,
): { readonly node: YamlScalar; readonly problem: Problem } | undefined {
  const value = flow ? source.slice(range.start - base, range.end - base) : '';
  if (!/^\{\{[^{}]*\}\}$/.test(value)) return undefined;
  const problem: Problem = { code: 'yamlStart', range, args: { sign: '{{' }, replacement: quoted(value) };
  return { node: { kind: 'scalar', style: 'plain', range, value }, problem };
}

/** Indentation and list markers, a key, and the value behind it. */
const lineParts =
  /^([ \t]*)((?:- +)*)(?:((?:"[^"]*"|'[^']*'|[^\s:#"'[\]{},&*!|>%@`-][^:]*?)[ \t]*:)(?=[ \t]|$)[ \t]*)?(.*)$/;

function* guesses(part: string): Generator<Typo> {
  /** Where the keys begin that the lines so far belong to, where the last value does, and whether it is there. */
  let [column, valueStart, hasValue] = [0, 0, false];
  let columns = [0];
  for (const { 0: line, index } of part.matchAll(/[^\r\n]+/g)) {
    const [, indent = '', dashes = '', key, rest = ''] = lineParts.exec(line) ?? [];
    const slip = (code: YamlTypoCode, from: number, to: number, text: string): Typo => ({
      ...{ code, range: textRange(index + from, index + to), text },
    });
    const level = ' '.repeat(column);
    if (indent.includes('\t')) yield slip('yamlTab', 0, indent.length, hasValue ? level : `${level}  `);
    const value = rest.replace(/(?:^|[ \t]+)#(?:[ \t].*)?$/, '').trimEnd();
    const start = line.length - rest.length;
    const own = indent.length + dashes.length;
    if (/^["'[{]/.test(value))
      yield* openGuesses(valueWithContinuation(part, index + start, own), value, index + start);
    if (key !== undefined && /^- +\S/.test(value))
      yield* itemGuesses(valueWithContinuation(part, index + start, own), index + start);
    for (const [code, from, to, text] of valueGuesses(value, key !== undefined || dashes !== ''))
      yield slip(code, start + from, start + to, text);
    if (key === undefined && dashes === '') yield* keyGuesses(value, index + start);
    if (indent.length > column && key !== undefined && hasValue) {
      // A line of several words and a colon goes on with a text; one word is a key in the wrong place.
      const text = /\s/.test(key) ? valueWithContinuation(part, valueStart, column) : '';
      if (text !== '')
        yield {
          code: 'yamlColon',
          range: textRange(valueStart, valueStart + text.length),
          text: quoted(text),
        };
      else yield slip('yamlIndent', 0, indent.length, level);
    } else if (
      key !== undefined &&
      dashes === '' &&
      !columns.includes(indent.length) &&
      indent.length < column
    ) {
      yield slip('yamlIndent', 0, indent.length, level);
    } else if (key !== undefined) {
      column = own;
      columns = [...columns.filter((one) => one < own), own];
      [valueStart, hasValue] = [index + start, value !== ''];
    }
  }
}

/** A text with the lines below it that are indented further than its key. */
function valueWithContinuation(part: string, start: number, column: number): string {
  const [first = '', ...lines] = part.slice(start).split(/(?<=\n)/);
  const end = lines.findIndex((line) => line.trim() !== '' && (/^ */.exec(line)?.[0].length ?? 0) <= column);
  return [first, ...lines.slice(0, end < 0 ? undefined : end)].join('').trimEnd();
}

/** Items of a list that begin behind its key. */
function* itemGuesses(whole: string, start: number): Generator<Typo> {
  const items = whole.split(/[\r\n]+/).map((line) => /^\s*- +(.*)$/.exec(line)?.[1]?.trim());
  if (items.includes(undefined)) return;
  const listed = items.map((item = '') => {
    if (/^[\p{L}_]+: [^:#,[\]{}]+$/u.test(item)) return `{ ${item} }`;
    return /^(?:[\p{L}\p{N}][^:#,[\]{}]*|"[^"]*"|'[^']*')$/u.test(item) ? item : quoted(item);
  });
  yield {
    code: 'yamlDash',
    range: textRange(start, start + whole.length),
    text: `[${listed.join(', ')}]`,
  };
}

/** A quote or bracket that may be closed only on a line below. */
function* openGuesses(whole: string, value: string, start: number): Generator<Typo> {
  if (whole.length <= value.length) return;
  const end = /^["']/.test(value) ? value[0] : missingBrackets(whole);
  const range = textRange(start, start + whole.length);
  if (end) yield { code: 'yamlUnclosed', range, text: whole.replace(/[,\s]+$/, '') + end };
}

/** What may be wrong with a line that has no key. */
function* keyGuesses(value: string, start: number): Generator<Typo> {
  const [, name, gap, more] = /^([\p{L}_][\p{L}\p{N}_-]*)(\s*[:：]\s*|\s+)(\S.*)$/u.exec(value) ?? [];
  if (name && gap && more) {
    const range = textRange(start, start + name.length + gap.length);
    yield { code: 'yamlBlank', range, text: `${name}: ` };
  }
  const item = /^-(?=[^\s-])/.test(value) ? textRange(start, start + 1) : undefined;
  if (item) yield { code: 'yamlDash', range: item, text: '- ' };
  if (/^["'][^"']+$/.test(value))
    yield { code: 'yamlUnclosed', range: textRange(start, start + 1), text: '' };
}

type Guess = readonly [code: YamlTypoCode, from: number, to: number, text: string];

/** What may be wrong with a value that stands on a line; `marked` where a key or a dash stands before it. */
function* valueGuesses(value: string, marked: boolean): Generator<Guess> {
  const whole = (code: YamlTypoCode, text = quoted(value)): Guess => [code, 0, value.length, text];
  const [first = ''] = value;
  if (!marked || value === '') return;
  if (first === '"' || first === "'") yield* quoteGuesses(value, first);
  else if (first === '[' || first === '{') {
    const close = missingBrackets(value);
    if (close) yield whole('yamlUnclosed', value.replace(/[,\s]+$/, '') + close);
    if (close === undefined) yield* surplusGuesses(value);
    else yield* flowItemGuesses(value);
    yield whole('yamlStart');
  } else if (/^(?:[@`%&*!|>,\]}#]|\?(?:\s|$)|-$)/.test(value)) yield whole('yamlStart');
  else if (/:(?:\s|$)/.test(value)) yield whole('yamlColon');
}

function* quoteGuesses(value: string, quote: string): Generator<Guess> {
  const inner = value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : undefined;
  const closed = (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(value);
  if (!closed) yield ['yamlUnclosed', 0, value.length, quoted(value.slice(1))];
  if (quote === '"' && inner?.includes('\\')) yield ['yamlEscape', 0, value.length, quoted(inner)];
  const bare = inner === undefined ? value : quote === "'" ? inner.replaceAll("''", "'") : inner;
  yield ['yamlBehind', 0, value.length, quoted(bare)];
}

/** Brackets that would close a value's; nothing where text follows behind the last one that does. */
function missingBrackets(value: string): string | undefined {
  let open = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at] ?? '';
    if (char === '[' || char === '{') open = (char === '[' ? ']' : '}') + open;
    else if (char === open[0]) open = open.slice(1);
    if (open === '' && at < value.length - 1) return undefined;
  }
  return open;
}

/** A bracket behind the last one that closes something. */
function* surplusGuesses(value: string): Generator<Guess> {
  const end = value.length - 1;
  if (/[\]}]$/.test(value) && missingBrackets(value.slice(0, end)) === '')
    yield ['yamlSurplus', end, end + 1, ''];
}

/** The same of each value within brackets, behind its key if it has one. */
function* flowItemGuesses(value: string): Generator<Guess> {
  for (const { 0: commas, index } of value.matchAll(/(?<=,)(?:\s*,)+|(?<=[[{]\s*),/g))
    yield ['yamlSurplus', index, index + commas.length, ''];
  for (const { 0: piece, index } of value.matchAll(/(?<=[[{,]\s*)[^\s[\]{},][^[\]{},]*/g)) {
    const key = /^[\p{L}_][\p{L}\p{N}_-]*:\s+/u.exec(piece)?.[0].length ?? 0;
    const text = piece.slice(key).trimEnd();
    const guess = (code: YamlTypoCode): Guess => [code, index + key, index + key + text.length, quoted(text)];
    if (/^["']/.test(text)) yield guess('yamlBehind');
    else if (/:(?:\s|$)/.test(text)) yield guess('yamlColon');
    else if (/^[@`%&*!|>#]/.test(text)) yield guess('yamlStart');
  }
}

/** A text in quotes that change nothing of it. */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}
