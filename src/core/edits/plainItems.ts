import type { Body } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import type { LineMap } from '../model/text/lineMap';
import { textRange } from '../model/text/range';

const markers = {
  numbered: /^[ \t]*\d{1,9}[.)][ \t]+$/,
  bulleted: /^[ \t]{0,3}[-*+][ \t]+$/,
} as const;

/** An item that only leads to a heading is part of a table of contents. */
const contents = /^\[[^\]]*\]\(#[^)]*\)$/;

/** An item of a list without a box, and the edit that gives it one. */
interface PlainItem {
  /** Its line, from 0. */
  readonly line: number;
  readonly edit: TextEdit;
}

/** The numbered or the bulleted items of a text that have no box. */
export function plainItems(lines: LineMap, body: Body, kind: keyof typeof markers): PlainItem[] {
  const boxed = new Set(body.steps.map(({ line }) => line));
  return body.prose().flatMap(({ start, end }): PlainItem[] => {
    const line = lines.lineAt(start);
    if (boxed.has(line) || !markers[kind].test(lines.text.slice(lines.startOf(line), start))) return [];
    if (contents.test(lines.text.slice(start, end).trim())) return [];
    return [{ line, edit: { range: textRange(start), text: '[ ] ' } }];
  });
}
