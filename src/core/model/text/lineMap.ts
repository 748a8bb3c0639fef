import { type LineRange, type PackedRange, type TextPosition, type TextRange, unpackRange } from './range';

const anyLineBreak = /\r\n?|\n/g;

/**
 * Translates between offsets and lines of one text. A line ends at LF, CRLF or a lone CR, which is how
 * VS Code and CommonMark count.
 */
export class LineMap {
  /** Offset of each line's first character. */
  readonly starts: readonly number[];

  constructor(readonly text: string) {
    this.starts = hasLoneReturn(text) ? startsWithLoneReturns(text) : startsOfLines(text);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The line (from 0) that holds the offset; offsets past the end give the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): TextPosition {
    const line = this.lineAt(offset);
    return { line, column: Math.max(0, offset - this.startOf(line)) };
  }

  rangeAt(range: TextRange): LineRange {
    return unpackRange(this.packedAt(range));
  }

  packedAt({ start, end }: TextRange): PackedRange {
    const line = this.lineAt(start);
    // Most ranges end on the line on which they begin, which saves the second search.
    const same = end >= start && end < (this.starts[line + 1] ?? Number.POSITIVE_INFINITY);
    const endLine = same ? line : this.lineAt(end);
    const column = Math.max(0, start - this.startOf(line));
    return [line, column, endLine, Math.max(0, end - this.startOf(endLine))];
  }

  /** Offset of the line's first character; lines past the end give the end of the text. */
  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset of the first line after a range. */
  startAfter({ start, end }: TextRange): number {
    // A range may end with a line break, and so at the start of the next line.
    return this.startOf(this.lineAt(Math.max(start, end - 1)) + 1);
  }

  /** Offset after the line's last character, before its line break. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    if (line + 1 < this.starts.length) {
      if (this.text.charCodeAt(end - 1) === 10) end--;
      if (this.text.charCodeAt(end - 1) === 13 && end > this.startOf(line)) end--;
    }
    return end;
  }

  /** The line's text without its line break. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  offsetAt(position: TextPosition): number {
    return Math.min(this.startOf(position.line) + position.column, this.text.length);
  }
}

/** Whether a carriage return ends a line without a line feed behind it, which hardly anything writes. */
export function hasLoneReturn(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsWithLoneReturns(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(anyLineBreak)) starts.push(match.index + match[0].length);
  return starts;
}
