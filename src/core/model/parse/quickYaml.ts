import { hasLoneReturn } from '../text/lineMap';
import { textRange } from '../text/range';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlTree';

/**
 * Reads YAML as nearly everybody writes it: mappings and lists of texts of one line, in blocks or in brackets on one
 * line, and comments. That takes half the time of js-yaml. It leaves alone whatever is a mistake or might be read
 * in another way: tests compare both on every text that they have.
 *
 * @param base offset of `source` in the file, added to every range
 * @returns undefined where the text holds anything else
 */
export function quickYaml(source: string, base: number): YamlMap | undefined {
  if (unusualSign.test(source) || hasLoneReturn(source)) return undefined;
  try {
    return new QuickReader(source, base).document();
  } catch (error) {
    if (error === unusual) return undefined;
    throw error;
  }
}

/** Thrown where something is not as nearly everybody writes it. */
const unusual = new Error('unusual YAML');

/** Tabs, what no YAML may hold, and signs beyond the usual ones, such as pictures. */
const unusualSign = /[^\r\n -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
/** A key of plain words, with its colon and a blank behind it. */
const plainKey = /[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]| (?=[\p{L}\p{N}_]))*(?=:(?:[ \r\n]|$))/uy;
/** A text without quotes, up to a comment or the end of its line; between brackets up to a sign that means something there. */
const plainText =
  /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))[^\r\n:#]*(?:(?::(?!\s|$)|(?<! )#)[^\r\n:#]*)*/y;
const plainItem =
  /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))[^\r\n:#,[\]{}]*(?:(?::(?![\s,[\]{}]|$)|(?<! )#)[^\r\n:#,[\]{}]*)*/y;

const [lineFeed, carriageReturn, space, doubleQuote, hash, singleQuote, comma, hyphen] = [
  10, 13, 32, 34, 35, 39, 44, 45,
];
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

/** Nobody nests deeper, and no limit on depth is as low. */
const deepest = 8;

class QuickReader {
  private at = 0;
  /** How far the next line is indented. */
  private column = 0;
  /** Where the last text or bracket ends. */
  private lastEnd = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  document(): YamlMap {
    this.endLine();
    if (this.column !== 0) throw unusual;
    const map = this.blockMap();
    if (this.at < this.source.length) throw unusual;
    return map;
  }

  /** A mapping in a block, from its first key on. */
  private blockMap(): YamlMap {
    const { at: start, column } = this;
    const entries: YamlEntry[] = [];
    this.enter();
    do entries.push(this.entry(column));
    while (this.isAt(column));
    return this.mapOf(start, false, entries);
  }

  /** Whether there is a next line at a column; none may be indented further. */
  private isAt(column: number): boolean {
    if (this.at === this.source.length) return false;
    if (this.column > column) throw unusual;
    return this.column === column;
  }

  /** @param column where the keys of a block stand; between brackets there is none */
  private entry(column: number | undefined): YamlEntry {
    plainKey.lastIndex = this.at;
    if (!plainKey.test(this.source)) throw unusual;
    const start = this.at;
    const end = plainKey.lastIndex;
    this.at = end + 1;
    return {
      key: this.source.slice(start, end),
      keyRange: textRange(this.base + start, this.base + end),
      value: column === undefined ? this.flowValue() : this.blockValue(column),
    };
  }

  /** What stands behind the colon of a key at a column, or below it. */
  private blockValue(column: number): YamlNode {
    const end = this.at;
    this.skipBlanks();
    if (!this.isAtEnd() && this.code !== hash) return this.lineValue();
    this.endLine();
    const isLower = this.at < this.source.length && this.column >= column;
    if (isLower && this.startsItem()) return this.blockList();
    if (isLower && this.column > column) return this.blockMap();
    return this.scalarOf(end, end, 'plain', end);
  }

  /**
   * A list in a block, from its first hyphen on. What stands at its column and is no item belongs to the mapping around it,
   * which knows its own.
   */
  private blockList(): YamlList {
    const { at: start, column } = this;
    const items: YamlNode[] = [];
    this.enter();
    do {
      const before = this.at++;
      this.skipBlanks();
      items.push(this.blockItem(column + this.at - before));
    } while (this.isAt(column) && this.startsItem());
    return this.listOf(start, false, items);
  }

  private blockItem(column: number): YamlNode {
    plainKey.lastIndex = this.at;
    if (!plainKey.test(this.source)) return this.lineValue();
    this.column = column;
    return this.blockMap();
  }

  /** A value that is all that is left of its line. */
  private lineValue(): YamlNode {
    const value = this.value(plainText);
    this.endLine();
    return value;
  }

  private value(plain: RegExp): YamlNode {
    const { at: start, code } = this;
    if (code === openBracket) return this.flowList();
    if (code === openBrace) return this.flowMap();
    if (code === doubleQuote || code === singleQuote) return this.quoted(code);
    plain.lastIndex = start;
    if (!plain.test(this.source)) throw unusual;
    let end = plain.lastIndex;
    this.at = end;
    while (this.source.charCodeAt(end - 1) === space) end--;
    return this.scalarOf(start, end, 'plain', start);
  }

  private quoted(quote: number): YamlScalar {
    const start = this.at;
    const end = this.source.indexOf(quote === doubleQuote ? '"' : "'", start + 1);
    this.at = end + 1;
    if (end < 0 || (quote === singleQuote && this.code === quote)) throw unusual;
    const scalar = this.scalarOf(start, end + 1, 'quoted', start + 1);
    const { value } = scalar;
    if (value.includes('\n')) throw unusual;
    return quote === doubleQuote && value.includes('\\') ? { ...scalar, value: unescaped(value) } : scalar;
  }

  private flowList(): YamlList {
    const start = this.at;
    const items: YamlNode[] = [];
    this.enter();
    for (let more = this.opens(closeBracket); more; more = this.goesOn(closeBracket))
      items.push(this.value(plainItem));
    return this.listOf(start, true, items);
  }

  private flowMap(): YamlMap {
    const start = this.at;
    const entries: YamlEntry[] = [];
    this.enter();
    for (let more = this.opens(closeBrace); more; more = this.goesOn(closeBrace))
      entries.push(this.entry(undefined));
    return this.mapOf(start, true, entries);
  }

  private flowValue(): YamlNode {
    this.skipBlanks();
    return this.value(plainItem);
  }

  /** Passes the bracket that opens a collection; whether there is anything in it. */
  private opens(close: number): boolean {
    this.at++;
    this.skipBlanks();
    return !this.closes(close);
  }

  /** Passes what stands behind an item; whether there is another one. */
  private goesOn(close: number): boolean {
    this.skipBlanks();
    if (this.closes(close)) return false;
    if (this.code !== comma) throw unusual;
    this.at++;
    this.skipBlanks();
    return true;
  }

  private closes(bracket: number): boolean {
    if (this.code !== bracket) return false;
    this.lastEnd = ++this.at;
    return true;
  }

  private enter(): void {
    if (++this.depth > deepest) throw unusual;
  }

  private mapOf(start: number, flow: boolean, entries: YamlEntry[]): YamlMap {
    this.depth--;
    if (hasDuplicate(entries)) throw unusual;
    return { kind: 'map', range: textRange(this.base + start, this.base + this.lastEnd), flow, entries };
  }

  private listOf(start: number, flow: boolean, items: YamlNode[]): YamlList {
    this.depth--;
    return { kind: 'list', range: textRange(this.base + start, this.base + this.lastEnd), flow, items };
  }

  private scalarOf(start: number, end: number, style: YamlScalar['style'], valueStart: number): YamlScalar {
    this.lastEnd = end;
    const value = this.source.slice(valueStart, end - (valueStart - start));
    return { kind: 'scalar', range: textRange(this.base + start, this.base + end), style, value };
  }

  private get code(): number {
    return this.source.charCodeAt(this.at);
  }

  /** Whether an item of a list comes next. */
  private startsItem(): boolean {
    return this.code === hyphen && this.source.charCodeAt(this.at + 1) === space;
  }

  private isAtEnd(): boolean {
    return this.at === this.source.length || this.code === lineFeed || this.code === carriageReturn;
  }

  private skipBlanks(): void {
    while (this.code === space) this.at++;
  }

  /** Goes to the next line that says something, over blanks and comments. */
  private endLine(): void {
    let start = this.at;
    for (;;) {
      this.skipBlanks();
      if (this.code === hash) this.skipComment();
      if (this.code === carriageReturn) this.at++;
      if (this.at === this.source.length) break;
      if (this.code !== lineFeed) {
        if (start > 0 && this.source.charCodeAt(start - 1) !== lineFeed) throw unusual;
        break;
      }
      start = ++this.at;
    }
    this.column = this.at - start;
  }

  private skipComment(): void {
    const before = this.source.charCodeAt(this.at - 1);
    const next = this.source.charCodeAt(this.at + 1);
    // Without a blank before it that is none; a figure behind it is a number that somebody lost.
    if ((this.at > 0 && before !== space && before !== lineFeed) || (next >= 48 && next <= 57)) throw unusual;
    const end = this.source.indexOf('\n', this.at);
    this.at = end < 0 ? this.source.length : end;
  }
}

/** A text with backslashes that stand for themselves, as in patterns, written twice. */
function unescaped(text: string): string {
  const parts = text.split('\\\\');
  if (parts.some((part) => part.includes('\\'))) throw unusual;
  return parts.join('\\');
}

/** Most mappings have a few keys, for which nothing need be made. */
function hasDuplicate(entries: readonly YamlEntry[]): boolean {
  if (entries.length > 8) return new Set(entries.map(({ key }) => key)).size < entries.length;
  return entries.some(({ key }, index) => {
    for (let other = 0; other < index; other++) if (entries[other]?.key === key) return true;
    return false;
  });
}
