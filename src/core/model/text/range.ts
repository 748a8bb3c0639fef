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

/** The same stretch in lines and columns. */
export interface LineRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** The same in four numbers (line, column, line, column), for what is kept of thousands of records. */
export type PackedRange = readonly [number, number, number, number];

export function unpackRange([line, column, endLine, endColumn]: PackedRange): LineRange {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** Makes a range; `end` defaults to `start`, which names a place rather than a stretch. */
export function textRange(start: number, end: number = start): TextRange {
  return { start, end };
}
