import type { Frames } from './frames';
import { emptyList, emptyMap, type OutlineScalar } from './outline';
import { endOfLine, endsKey, nextLine, scanScalar, skipBlanks } from './scanScalar';

/**
 * Reads brackets and braces up to the one that closes them. They may still be missing: a line that is not
 * indented further than the key in front of them ends them too.
 *
 * @param from offset of the opening bracket
 * @returns the offset behind them
 */
export function scanFlow(text: string, from: number, end: number, frames: Frames): number {
  return new Flow(text, from, end, frames).read();
}

class Flow {
  private readonly outside: number;
  private readonly indent: number;
  /** Whether a value (or, in a map, a key) may come next. */
  private open = true;
  /** Whether the value of a key is still to come. */
  private awaited = false;
  private lineEnd: number;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
    private readonly frames: Frames,
  ) {
    this.outside = frames.depth;
    this.indent = frames.indent;
    this.lineEnd = endOfLine(text, at, end);
  }

  read(): number {
    while (this.at < this.end) {
      const start = this.at;
      if (this.punctuation()) {
        if (this.frames.depth <= this.outside || this.frames.tooDeep) break;
      } else this.scalar();
      if (!this.gap()) break;
      // Whatever stands there, reading goes on.
      if (this.at === start) this.at++;
    }
    this.frames.close(this.outside);
    return endOfLine(this.text, this.at, this.end);
  }

  private punctuation(): boolean {
    const { frames } = this;
    const character = this.text[this.at];
    if (character === '[' || character === '{') {
      frames.open(character === '[' ? emptyList(true) : emptyMap(true), this.indent);
      this.begin();
    } else if (character === ']' || character === '}') {
      frames.close();
      this.open = false;
      this.awaited = false;
    } else if (character === ',') this.begin();
    else return false;
    this.at++;
    return true;
  }

  /** The next item, or the next key. */
  private begin(): void {
    this.open = true;
    this.awaited = false;
    this.frames.addItem();
  }

  private scalar(): void {
    const { frames, text } = this;
    const scalar = scanScalar(text, this.at, this.lineEnd, true);
    const touched = frames.holds(scalar.range.start, scalar.range.end);
    this.at = Math.max(scalar.range.end, this.at + (text[this.at] === ':' ? 1 : 0));
    if (frames.top.kind === 'map' && this.open) {
      this.key(scalar, touched);
      return;
    }
    if (touched && (this.open || this.awaited)) frames.markValue(scalar, false);
    frames.fill(scalar);
    this.open = false;
    this.awaited = false;
  }

  private key(scalar: OutlineScalar, touched: boolean): void {
    const { frames, text } = this;
    const entry = frames.addKey(scalar);
    if (touched && entry) frames.markKey(scalar, entry);
    const colon = skipBlanks(text, this.at, this.lineEnd);
    const isKey = text[colon] === ':' && (scalar.quote !== '' || endsKey(text, colon, this.lineEnd, true));
    this.open = false;
    this.awaited = isKey;
    if (!isKey) return;
    if (entry) entry.colon = true;
    this.at = colon + 1;
  }

  /** Goes over blanks and line breaks to what comes next. @returns whether the brackets go on there */
  private gap(): boolean {
    const from = this.at;
    for (;;) {
      this.at = skipBlanks(this.text, this.at, this.lineEnd);
      if (this.text[this.at] === '#' && this.at < this.lineEnd) {
        if (this.frames.holds(this.at, this.lineEnd)) return this.skipComment(from);
        this.at = this.lineEnd;
      }
      if (this.at < this.lineEnd) break;
      if (this.at >= this.end || !this.onNextLine(from)) {
        this.mark(from, this.at);
        return false;
      }
    }
    const scalarNext = !/[,\]}]/.test(this.text[this.at] ?? '');
    this.mark(from, scalarNext ? this.at - 1 : this.at);
    return true;
  }

  private skipComment(from: number): boolean {
    this.mark(from, this.at - 1);
    this.at = this.lineEnd;
    return this.at < this.end && this.onNextLine(this.at);
  }

  /** Goes to the next line where it still belongs to the brackets. */
  private onNextLine(from: number): boolean {
    const { text, frames } = this;
    const start = nextLine(text, this.at);
    const lineEnd = endOfLine(text, start, this.end);
    const at = skipBlanks(text, start, lineEnd);
    const column =
      (at < lineEnd ? at : frames.holds(start, lineEnd) ? frames.cursor : start + this.indent + 1) - start;
    const closes = text[at] === ']' || text[at] === '}';
    if (start > this.end || (column <= this.indent && !closes)) return false;
    this.mark(from, this.lineEnd);
    this.at = start;
    this.lineEnd = lineEnd;
    return true;
  }

  private mark(from: number, to: number): void {
    const { frames } = this;
    if (!frames.holds(from, to)) return;
    if (frames.top.kind === 'map' && this.open) frames.markKey(undefined);
    else if (this.open || this.awaited) frames.markValue(undefined, false);
  }
}
