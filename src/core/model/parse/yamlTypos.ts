import { applyEdits, type TextEdit } from '../text/edit';
import { textRange } from '../text/range';
import type { Problem, YamlTypoCode } from './problem';
import type { YamlMap, YamlScalar } from './yamlTree';

/** A guess at a typing mistake: its kind, and the edit that corrects it. */
interface Typo extends TextEdit {
  readonly code: YamlTypoCode;
}

/** Limits on the length of a block and on the tries, which are slow. */
const [longestBlock, maxTries] = [4000, 40];

/**
 * The typing mistakes in a part of some YAML that cannot be read, each with its correction. A guess counts only if the
 * text can be read further with it than without it, and all of them only if the whole part can be read with them.
 *
 * @param base offset of the part in the file, added to every range
 * @param reach offset up to which a text can be read; infinite where it can be read whole
 */
export function yamlTypos(part: string, base: number, reach: (text: string) => number): Problem[] {
  if (part.length > longestBlock) return [];
  const found: Typo[] = [];
  let reached = reach(part);
  let tries = 0;
  for (const guess of guesses(part)) {
    if (reached === Number.POSITIVE_INFINITY || ++tries > maxTries) break;
    // Text before a correction that was accepted needs no other one.
    if (found.some(({ range }) => guess.range.start < range.end)) continue;
    const further = reach(applyEdits(part, [...found, guess]).text);
    if (further <= reached + guess.text.length) continue;
    reached = further;
    found.push(guess);
  }
  if (reached !== Number.POSITIVE_INFINITY) return [];
  return found.map(({ code, range, text }) => {
    const place = textRange(base + range.start, base + range.end);
    const sign = part[range.start] ?? '';
    const also = otherMeaning(code, part.slice(range.start, range.end));
    return { code, range: place, args: { sign, ...(also ? { also } : {}) }, replacement: text };
  });
}

/** Another text that may have been meant. */
function otherMeaning(code: YamlTypoCode, written: string): string | undefined {
  // What looks like the beginning of a list may begin a text.
  if (code === 'yamlUnclosed' && /^[[{]/.test(written)) return quoted(written);
  if (code === 'yamlDash' && /^- [^\r\n]*$/.test(written)) return quoted(written);
  // What looks like a text may be a key of another mapping.
  return code === 'yamlColon' && /^\p{Ll}[\p{Ll}_]*: [^:\s[\]{},]+(?: [\d:]+)?$/u.test(written)
    ? `{ ${written} }`
    : undefined;
}

/** The indentation of a first line, where that is the only mistake. */
export function indentedStart(source: string, base: number): Problem[] {
  const [, above = '', indent] = /^((?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*)([ \t]+)[^\s#]/.exec(source) ?? [];
  if (!indent) return [];
  const start = base + above.length;
  return [{ code: 'yamlIndent', range: textRange(start, start + indent.length), replacement: '' }];
}

const numberComment = /((?:\s*-)?[ \t]+)#\d[^\r\n]*/y;

/**
 * The problem of a number such as `#12` that YAML takes for a comment, after a value or in place of one. Undefined for
 * other comments, which begin with a blank.
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

/** The problem of a list item that YAML takes for more text of the item above, since it is indented further. */
export function lostItem(text: string, start: number): Problem | undefined {
  const found = /[\r\n][ \t]*(?=- )/.exec(text);
  if (!found) return undefined;
  const dash = start + found.index + found[0].length;
  return { code: 'lostItem', range: textRange(dash, dash + 1) };
}

/** A `{{name}}` left by a template, as a text: YAML takes it for nested mappings. Undefined for other mappings. */
export function templateMark(
  { flow, range }: YamlMap,
  source: string,
  base: number,
): { readonly node: YamlScalar; readonly problem: Problem } | undefined {
  if (!flow || !source.startsWith('{{', range.start - base)) return undefined;
  const value = source.slice(range.start - base, range.end - base);
  if (!/^\{\{[^{}]*\}\}$/.test(value)) return undefined;
  const problem: Problem = { code: 'yamlStart', range, args: { sign: '{{' }, replacement: quoted(value) };
  return { node: { kind: 'scalar', style: 'plain', range, value }, problem };
}

/** Indentation, list markers, a key, and its value. */
const lineParts =
  /^([ \t]*)((?:- +)*)(?:((?:"[^"]*"|'[^']*'|[^\s:#"'[\]{},&*!|>%@`-][^:]*?)[ \t]*:)(?=[ \t]|$)[ \t]*)?(.*)$/;

function* guesses(part: string): Generator<Typo> {
  // Column of the current keys, offset of the last value, and whether that value is on the line of its key.
  let [column, valueStart, hasValue] = [0, 0, false];
  let columns = [0];
  for (const { 0: line, index } of part.matchAll(/[^\r\n]+/g)) {
    const [, indent = '', dashes = '', key, rest = ''] = lineParts.exec(line) ?? [];
    const guess = (code: YamlTypoCode, from: number, to: number, text: string): Typo => {
      return { code, range: textRange(index + from, index + to), text };
    };
    const level = ' '.repeat(column);
    if (indent.includes('\t')) yield guess('yamlTab', 0, indent.length, hasValue ? level : `${level}  `);
    const value = rest.replace(/(?:^|[ \t]+)#(?:[ \t].*)?$/, '').trimEnd();
    const start = line.length - rest.length;
    const own = indent.length + dashes.length;
    if (/^["'[{]/.test(value))
      yield* openGuesses(valueWithContinuation(part, index + start, own), value, index + start);
    if (key !== undefined && /^- +\S/.test(value))
      yield* itemGuesses(valueWithContinuation(part, index + start, own), index + start);
    for (const [code, from, to, text] of valueGuesses(value, key !== undefined || dashes !== ''))
      yield guess(code, start + from, start + to, text);
    if (key === undefined && dashes === '') yield* keyGuesses(value, index + start);
    if (indent.length > column && key !== undefined && hasValue) {
      // A key of several words is more text of the value above; a single word is a key in the wrong column.
      const text = /\s/.test(key) ? valueWithContinuation(part, valueStart, column) : '';
      const range = textRange(valueStart, valueStart + text.length);
      if (text !== '') yield { code: 'yamlColon', range, text: quoted(text) };
      else yield guess('yamlIndent', 0, indent.length, level);
    } else if (
      key !== undefined &&
      dashes === '' &&
      !columns.includes(indent.length) &&
      indent.length < column
    ) {
      yield guess('yamlIndent', 0, indent.length, level);
    } else if (key !== undefined) {
      column = own;
      columns = [...columns.filter((one) => one < own), own];
      [valueStart, hasValue] = [index + start, value !== ''];
    }
  }
}

/** A value with the lines below it that are indented further than its key. */
function valueWithContinuation(part: string, start: number, column: number): string {
  const [first = '', ...lines] = part.slice(start).split(/(?<=\n)/);
  const end = lines.findIndex((line) => line.trim() !== '' && (/^ */.exec(line)?.[0].length ?? 0) <= column);
  return [first, ...lines.slice(0, end < 0 ? undefined : end)].join('').trimEnd();
}

/** A list whose items begin on the line of its key. */
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

/** A quote or bracket that may be closed on a line below. */
function* openGuesses(whole: string, value: string, start: number): Generator<Typo> {
  if (whole.length <= value.length) return;
  const end = /^["']/.test(value) ? value[0] : missingBrackets(whole);
  const range = textRange(start, start + whole.length);
  if (end) yield { code: 'yamlUnclosed', range, text: whole.replace(/[,\s]+$/, '') + end };
}

/** Guesses for a line without a key. */
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

/** Guesses for the value on a line; `marked` means that a key or a dash precedes it. */
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

/** The brackets that are missing at the end of a value; undefined where text follows the last closing one. */
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

/** A closing bracket too many at the end. */
function* surplusGuesses(value: string): Generator<Guess> {
  const end = value.length - 1;
  if (/[\]}]$/.test(value) && missingBrackets(value.slice(0, end)) === '')
    yield ['yamlSurplus', end, end + 1, ''];
}

/** Guesses for each value inside brackets. */
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

/** A text in quotes of the kind that needs no escapes. */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}
