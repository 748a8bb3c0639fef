/** A half-open stretch of text in UTF-16 offsets: `start` is inside, `end` is not. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: line and column, both from 0, the column in UTF-16 units as in VS Code. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text in lines and columns. */
export interface LineRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A `LineRange` as four numbers (line, column, line, column), to save memory where thousands are kept. */
export type PackedRange = readonly [number, number, number, number];

export function unpackRange([line, column, endLine, endColumn]: PackedRange): LineRange {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** Makes a range; `end` defaults to `start`, which makes an empty range. */
export function textRange(start: number, end: number = start): TextRange {
  return { start, end };
}
