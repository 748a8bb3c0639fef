import { type TextRange, textRange } from '../model/text/range';
import { Frames } from './frames';
import type { CursorPlace, OutlineEntry, OutlineMap, OutlineScalar } from './outline';
import { scanFlow } from './scanFlow';
import { endOfLine, endsKey, nextLine, scanScalar, skipBlanks } from './scanScalar';

/** Longer front matter is read up to here only. */
const longestYaml = 200_000;

/** What a text under way holds, and what the cursor stands in; nothing where nothing can be completed there. */
export interface Outline {
  readonly root: OutlineMap;
  readonly place: CursorPlace | undefined;
}

/**
 * Reads YAML that somebody is typing, line by line and without ever giving up, in one pass.
 *
 * @param cursor offset of the cursor in `text`
 */
export function scanOutline(text: string, content: TextRange, cursor: number): Outline {
  const frames = new Frames(cursor);
  const end = Math.min(content.end, content.start + longestYaml);
  let at = content.start;
  while (at <= end) {
    const lineEnd = endOfLine(text, at, end);
    const next = new Line(text, at, lineEnd, end, frames).read();
    if (next >= end) break;
    at = Math.max(nextLine(text, next), at + 1);
  }
  return { root: frames.root, place: frames.place };
}

/** One line in block style. */
class Line {
  private at: number;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly lineEnd: number,
    private readonly end: number,
    private readonly frames: Frames,
  ) {
    this.at = skipBlanks(text, start, lineEnd);
  }

  private get column(): number {
    return this.at - this.start;
  }

  /** @returns the offset up to which it read: the line's end, or that of what the line opened */
  read(): number {
    const { frames, text, lineEnd } = this;
    if (this.at >= lineEnd) {
      if (frames.holds(this.start, lineEnd)) frames.markBlank(frames.cursor - this.start);
      return lineEnd;
    }
    if (text[this.at] === '#' || this.frames.tooDeep) return lineEnd;
    frames.closeTo(this.column, this.isDash());
    while (this.isDash()) {
      frames.enterItem(this.column);
      const from = this.at + 1;
      this.at = skipBlanks(text, from, lineEnd);
      if (this.at >= lineEnd && frames.holds(from, lineEnd)) frames.markValue(undefined, true);
      if (frames.tooDeep) return lineEnd;
    }
    return this.at >= lineEnd || text[this.at] === '#' ? lineEnd : this.content();
  }

  private isDash(): boolean {
    const after = this.text[this.at + 1];
    return this.text[this.at] === '-' && (this.at + 1 >= this.lineEnd || after === ' ' || after === '\t');
  }

  private content(): number {
    const { text, frames, lineEnd } = this;
    const opener = text[this.at];
    if (opener === '[' || opener === '{') return scanFlow(text, this.at, this.end, frames);
    const column = this.column;
    const scalar = scanScalar(text, this.at, lineEnd, false);
    const behind = skipBlanks(text, scalar.range.end, lineEnd);
    const colon = text[behind] === ':' && endsKey(text, behind, lineEnd, false);
    const touched = frames.holds(scalar.range.start, scalar.range.end);
    const { slot } = frames;
    if (!colon) {
      const awaited = slot && !slot.value && (frames.top.kind === 'list' || column > frames.indent);
      if (awaited) {
        if (touched) frames.markValue(scalar, true);
        frames.fill(scalar);
      } else if (column <= frames.indent || frames.indent < 0) this.key(column, scalar, touched);
      return lineEnd;
    }
    const entry = this.key(column, scalar, touched);
    if (!entry) return lineEnd;
    entry.colon = true;
    return this.value(behind + 1);
  }

  private key(column: number, scalar: OutlineScalar, touched: boolean): OutlineEntry | undefined {
    const { frames } = this;
    frames.enterMap(column);
    const entry = frames.addKey(scalar);
    if (touched && entry) frames.markKey(scalar, entry);
    return entry;
  }

  private value(from: number): number {
    const { text, frames, lineEnd } = this;
    this.at = skipBlanks(text, from, lineEnd);
    const first = text[this.at];
    if (this.at >= lineEnd || first === '#') {
      if (frames.holds(from, this.at)) frames.markValue(undefined, false);
      return lineEnd;
    }
    if (frames.holds(from, this.at - 1)) frames.markValue(undefined, false);
    if (first === '[' || first === '{') return scanFlow(text, this.at, this.end, frames);
    if (first === '|' || first === '>') return this.blockText();
    const scalar = scanScalar(text, this.at, lineEnd, false);
    if (frames.holds(scalar.range.start, scalar.range.end)) frames.markValue(scalar, false);
    frames.fill(scalar);
    return lineEnd;
  }

  /** Lines of free text behind `|` or `>`: nothing in them is YAML. */
  private blockText(): number {
    const { text, frames } = this;
    frames.fill({ kind: 'scalar', value: '', range: textRange(this.at, this.lineEnd), quote: '|' });
    let last = this.lineEnd;
    while (last < this.end) {
      const start = nextLine(text, last);
      const end = endOfLine(text, start, this.end);
      const at = skipBlanks(text, start, end);
      if (at < end && at - start <= frames.indent) break;
      if (at >= end && frames.holds(start, end) && frames.cursor - start <= frames.indent) break;
      if (start > this.end) break;
      last = end;
    }
    return last;
  }
}
