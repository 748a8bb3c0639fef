import { plainItems } from '../edits/plainItems';
import type { Body } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import type { LineMap } from '../model/text/lineMap';
import { textRange } from '../model/text/range';
import { nearSteps } from '../rules/checklist/nearStep';

/** A line that is meant as a step and has no box, with the edit that gives it one. */
export interface MissingBox {
  /** Its line, from 0. */
  readonly line: number;
  /** The line as it is written. */
  readonly text: string;
  readonly edit: TextEdit;
}

/** A bullet from a word processor, which is none in markdown, or a step with its number in words. */
const pasted = /^([ \t]*)(?:([•·●○■▪◦‣–—➢➤►▶✓✔][ \t\u00a0]+)|(?=(?:step|paso)[ \t]+\d+[ \t]*[.:)–—-]))\S/iu;

/** Numbers that a tool fills in, and letters: items for people, and none in markdown. */
const lettered = /^([ \t]{0,3})(?:(#\.[ \t]+)|(?=[A-Za-z][.)][ \t]+))\S/u;
/** Emoji with which people say what is done and what is not. */
const emoji =
  /^([ \t]*(?:[-*+][ \t]+)?)((?:[✅✔☑❌❎⬜⬛✖]\uFE0F?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|white_large_square|black_large_square|white_square_button|black_square_button|x):)[ \t]+)\S/u;

/**
 * The steps of a text that have no box: what looks like one, and numbered items. Where there are none and no steps
 * either, plain items, and lines with a word processor's bullets.
 */
export function missingBoxes(lines: LineMap, body: Body): MissingBox[] {
  const found = new Map<number, MissingBox>();
  const taken = new Set(body.steps.map(({ line }) => line));
  const add = (line: number, edit: TextEdit): void => {
    if (!taken.has(line)) found.set(line, { line, text: lines.lineText(line).trim(), edit });
    taken.add(line);
  };
  for (const { message, range, fixes } of nearSteps({ lines, body })) {
    const edit = fixes?.[0]?.edits[0];
    if (edit && message !== 'numbered') add(lines.lineAt(range.start), edit);
  }
  for (const { line, edit } of plainItems(lines, body, 'numbered')) add(line, edit);
  if (body.steps.length === 0) {
    const bullet = (before: string): string => (before.trim() === '' ? '- [ ] ' : '[ ] ');
    lineItems(lines, body, emoji, (before) => bullet(before), add);
    lineItems(lines, body, lettered, (_, sign) => (sign === '' ? '- [ ] ' : '1. [ ] '), add);
  }
  if (taken.size === 0) for (const { line, edit } of plainItems(lines, body, 'bulleted')) add(line, edit);
  if (taken.size === 0) lineItems(lines, body, pasted, () => '- [ ] ', add);
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** Lines that begin like items and are none in markdown. What `sign` matches of a line gives way to the box. */
function lineItems(
  lines: LineMap,
  body: Body,
  sign: RegExp,
  boxFor: (before: string, sign: string) => string,
  add: (line: number, edit: TextEdit) => void,
): void {
  const headings = new Set(body.headings.map(({ line }) => line));
  for (const { start, end } of body.prose())
    for (let line = lines.lineAt(start); line <= lines.lineAt(Math.max(start, end - 1)); line++) {
      const [, indent, bullet = ''] = sign.exec(lines.lineText(line)) ?? [];
      if (indent === undefined || headings.has(line)) continue;
      const at = lines.startOf(line) + indent.length;
      add(line, { range: textRange(at, at + bullet.length), text: boxFor(indent, bullet) });
    }
}
