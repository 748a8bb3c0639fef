import type { LineMap } from '../text/lineMap';
import { type TextRange, textRange } from '../text/range';
import { BodyBuilder, boxOf } from './bodyBuilder';
import { LineSigns } from './lineSigns';
import { type InlineText, readLinks } from './readLinks';
import type { Body } from './step';

/**
 * Reads a body of headings, paragraphs, lists, fenced code, tables and comments as nearly everybody writes them, line by
 * line, which takes a fifth of the time of markdown-it. It leaves alone whatever might be read in another way: tests compare
 * both on every text that they have.
 *
 * @param lines the whole text, whose lines end with LF or CRLF
 * @param bodyStart offset at which the body begins
 * @returns undefined where the body holds anything else
 */
export function quickBody(lines: LineMap, bodyStart: number): Body | undefined {
  const scan = new QuickScan(lines);
  if (!scan.reads(bodyStart)) return undefined;
  return {
    headings: scan.builder.finish(),
    steps: scan.builder.steps,
    links: readLinks(scan.linked, {}, lines, bodyStart),
    prose: () => scan.prose,
  };
}

/** A list that may go on: where its markers stand, the sign that they end with, and where the text of its item begins. */
interface OpenList {
  readonly column: number;
  readonly sign: number;
  textColumn: number;
}

/** A paragraph that may go on. */
interface OpenParagraph {
  readonly from: number;
  readonly line: number;
  readonly column: number;
  /** Whether an item of a list begins with it. */
  readonly ofItem: boolean;
  /** Its lines before the last one. */
  before: string;
  /** Where its last line begins, where that ends, and where its text does. */
  last: number;
  lastEnd: number;
  to: number;
}

const [space, hash, hyphen, less, bracket, backtick, pipe, tilde] = [32, 35, 45, 60, 91, 96, 124, 126];

/** A marker of a list with text behind it; what stands further away is code. */
const marker = /(?:[-*+]|\d{1,9}[.)]) {1,4}(?! )/y;
const delimiterRow = /^\|(?: *:?-+:? *\|)+ *$/;
const blank = /^[ \t]*$/;

class QuickScan {
  readonly builder: BodyBuilder;
  readonly linked: InlineText[] = [];
  readonly prose: TextRange[] = [];
  private readonly text: string;
  private readonly signs: LineSigns;
  /** From the outermost to the innermost. */
  private readonly lists: OpenList[] = [];
  private paragraph: OpenParagraph | undefined;
  private line = 0;
  /** Where the next link is, at the earliest. */
  private nextLink = -1;

  constructor(private readonly lines: LineMap) {
    this.text = lines.text;
    this.signs = new LineSigns(lines.text);
    this.builder = new BodyBuilder(lines);
  }

  /** Reads everything from an offset on; false where it cannot. */
  reads(bodyStart: number): boolean {
    this.line = this.lines.lineAt(bodyStart);
    if (this.lines.startOf(this.line) !== bodyStart) return false;
    for (; this.line < this.lines.lineCount; this.line++) {
      const start = this.lines.startOf(this.line);
      const end = this.lines.endOf(this.line);
      let at = start;
      while (at < end && this.text.charCodeAt(at) === space) at++;
      if (at === end) this.endParagraph();
      else if (!this.readsLine(at, end, at - start)) return false;
    }
    this.endParagraph();
    return true;
  }

  private readsLine(at: number, end: number, column: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code === hash) return column === 0 && this.readsHeading(at, end);
    if (code === pipe) return column === 0 && this.readsTable(at, end);
    if (code === less && this.text.startsWith('<!--', at)) return this.readsComment(at, column);
    if (code === backtick || code === tilde) {
      const length = this.signs.runAt(at, code);
      if (length > 2) return this.readsFence({ at, code, length }, end, column);
    }
    marker.lastIndex = at;
    if (marker.test(this.text)) return this.readsItem(at, marker.lastIndex, end, column);
    if (code === hyphen) return column === 0 && this.readsRule(at, end);
    return this.readsText(at, end, column);
  }

  private readsText(at: number, end: number, column: number): boolean {
    const to = this.signs.textEnd(at, end);
    if (to === undefined || !this.signs.isPlain(at)) return false;
    const open = this.paragraph;
    if (open) {
      // What is indented in another way may still belong to the paragraph, and in many ways.
      if (column !== open.column) return false;
      open.before += `${this.text.slice(open.last, open.lastEnd)}\n`;
      [open.last, open.lastEnd, open.to] = [at, end, to];
      return true;
    }
    if (!this.takesPlace(column)) return false;
    this.beginParagraph(at, end, to, column, false);
    return true;
  }

  private readsItem(at: number, textAt: number, end: number, column: number): boolean {
    const to = this.signs.textEnd(textAt, end);
    if (to === undefined || !this.signs.isPlain(textAt)) return false;
    let signAt = at;
    while (isDigit(this.text.charCodeAt(signAt))) signAt++;
    const sign = this.text.charCodeAt(signAt);
    const textColumn = column + textAt - at;
    const depth = this.lists.findIndex((list) => list.column === column);
    const list = this.lists[depth];
    if (list) {
      if (list.sign !== sign) return false;
      this.endParagraph();
      this.keepLists(depth + 1);
      list.textColumn = textColumn;
    } else {
      // Below a paragraph a list begins with 1, or it is more of its text.
      const isFirst = signAt === at || this.text.slice(at, signAt) === '1';
      if (this.paragraph && (this.paragraph.column !== column || !isFirst)) return false;
      if (!this.takesPlace(column) || this.lists.length > 20) return false;
      this.lists.push({ column, sign, textColumn });
    }
    this.beginParagraph(textAt, end, to, textColumn, true);
    return true;
  }

  private readsHeading(at: number, end: number): boolean {
    const level = this.signs.runAt(at, hash);
    let from = at + level;
    while (this.text.charCodeAt(from) === space) from++;
    const to = this.signs.textEnd(from, end);
    if (level > 6 || from === at + level || to === undefined || !this.signs.hasInk(from)) return false;
    // Signs at its end may belong to it or not.
    if (this.text.charCodeAt(from) === hash || this.text.charCodeAt(to - 1) === hash) return false;
    this.endParagraph();
    this.keepLists(0);
    this.builder.heading(level, this.line, this.text.slice(from, to), textRange(from, to));
    this.addInline(textRange(from, to), undefined);
    return true;
  }

  /** A line of hyphens; below a paragraph it makes a heading of that. */
  private readsRule(at: number, end: number): boolean {
    if (this.paragraph || !/^---+ *$/.test(this.text.slice(at, end))) return false;
    return this.takesPlace(0);
  }

  private readsFence(
    { at, code, length }: { readonly at: number; readonly code: number; readonly length: number },
    end: number,
    column: number,
  ): boolean {
    if (code === backtick && this.text.slice(at + length, end).includes('`')) return false;
    if (!this.takesPlace(column)) return false;
    for (this.line++; this.line < this.lines.lineCount; this.line++) {
      const start = this.lines.startOf(this.line);
      const lineEnd = this.lines.endOf(this.line);
      let from = start;
      while (this.text.charCodeAt(from) === space) from++;
      // Text further left ends the item, and with it the code.
      if (from < lineEnd && from - start < column) return false;
      if (this.text.charCodeAt(from) !== code || from - start > column + 3) continue;
      const run = this.signs.runAt(from, code);
      if (run >= length && blank.test(this.text.slice(from + run, lineEnd))) return true;
    }
    return false;
  }

  /** A comment that is all that stands on its lines. It shows nothing, and is no content. */
  private readsComment(at: number, column: number): boolean {
    const close = this.text.indexOf('-->', at + 2);
    if (close < at + 4) return false;
    const last = this.lines.lineAt(close);
    if (last > this.line && column > 0) return false;
    if (!blank.test(this.text.slice(close + 3, this.lines.endOf(last)))) return false;
    if (!this.makesRoom(column)) return false;
    this.line = last;
    return true;
  }

  /** A table of which each row begins and ends with a pipe, as far as it counts. */
  private readsTable(at: number, end: number): boolean {
    const row = this.lines.lineText(this.line + 1);
    if (this.paragraph || !delimiterRow.test(row)) return false;
    const head = this.text.slice(at, end).trimEnd();
    const columns = head.split('|').length;
    if (!head.endsWith('|') || head.includes('\\')) return false;
    if (columns !== row.split('|').length) return false;
    if (!this.takesPlace(0)) return false;
    let last = this.line + 1;
    while (last + 1 < this.lines.lineCount && this.text.charCodeAt(this.lines.startOf(last + 1)) === pipe)
      last++;
    const below = this.text.slice(this.lines.startOf(last + 1), this.lines.endOf(last + 1));
    const hasLink = this.linkBehind(at) < this.lines.endOf(last);
    if (!blank.test(below) || hasLink || (last - this.line) * columns > 10_000) return false;
    this.line = last;
    return true;
  }

  /** The same as `makesRoom`, for what is content of the section where it is part of no list. */
  private takesPlace(column: number): boolean {
    if (!this.makesRoom(column)) return false;
    if (this.lists.length === 0) this.builder.content(this.line);
    return true;
  }

  /** Ends what a block that begins at a column is no part of; false where that is not clear. */
  private makesRoom(column: number): boolean {
    const depth = this.lists.findIndex(({ textColumn }) => textColumn === column);
    if (column > 0 && depth < 0) return false;
    this.endParagraph();
    this.keepLists(depth + 1);
    return true;
  }

  /** Setting the length of an array, even to what it is, takes longer than to look. */
  private keepLists(depth: number): void {
    while (this.lists.length > depth) this.lists.pop();
  }

  private beginParagraph(from: number, lastEnd: number, to: number, column: number, ofItem: boolean): void {
    this.paragraph = { from, line: this.line, column, ofItem, before: '', last: from, lastEnd, to };
  }

  private endParagraph(): void {
    const { paragraph } = this;
    if (!paragraph) return;
    this.paragraph = undefined;
    const { from, to, line, before, last, ofItem } = paragraph;
    const range = textRange(from, to);
    const isItem = ofItem && this.text.charCodeAt(from) === bracket;
    const content = before === '' && !isItem ? undefined : before + this.text.slice(last, to);
    this.addInline(range, content);
    const box = isItem && content !== undefined ? boxOf(content) : undefined;
    if (box !== undefined && content !== undefined) this.builder.step(content, box, range, line);
  }

  private addInline(range: TextRange, content: string | undefined): void {
    this.prose.push(range);
    if (this.linkBehind(range.start) < range.end)
      this.linked.push({ content: content ?? this.text.slice(range.start, range.end), range });
  }

  /** Where the first link behind an offset is; offsets come in the order of the text. */
  private linkBehind(offset: number): number {
    if (this.nextLink < offset) {
      const next = this.text.indexOf('](', offset);
      this.nextLink = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return this.nextLink;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
