import type { Range, TextEdit } from 'vscode-languageserver/node';
import type { TextEdit as CoreEdit } from '../core/model/text/edit';
import type { LineRange, TextRange } from '../core/model/text/range';

/** What tells lines and columns of a text. */
export interface Positioned {
  positionAt(offset: number): { readonly line: number; readonly character: number };
}

/** A range in lines and columns as the protocol has it. */
export function protocolRange({ start, end }: LineRange): Range {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

/** Offsets of a text as its lines and columns. */
export function rangeIn(document: Positioned, { start, end }: TextRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Edits of a text as the protocol has them. */
export function editsIn(document: Positioned, edits: readonly CoreEdit[]): TextEdit[] {
  return edits.map(({ range, text }) => ({ range: rangeIn(document, range), newText: text }));
}
