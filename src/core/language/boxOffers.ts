import type { ParsedRecord } from '../model/parse/record';
import type { TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import { tableStepsAt } from './tableSteps';

/** Boxes for what is done step by step and has none. */
export interface BoxOffer {
  readonly kind: 'item' | 'list' | 'selected' | 'table';
  /** How many steps it makes. */
  readonly count: number;
  readonly edits: readonly TextEdit[];
}

/** What an instruction looks like: a number, or where somebody has selected items a bullet as well. */
const numbered = /^([ \t>]*)\d{1,9}[.)][ \t]+$/;
const listed = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+$/;
/** An item that only leads to a heading is part of a table of contents. */
const contents = /^\[[^\]]*\]\(#[^)]*\)$/;

/**
 * Boxes for the lines that somebody looks at: for a numbered instruction or all of its list, for selected items, and for
 * a table, which becomes a list: a cell can have no box.
 *
 * @param first the first line that is selected, from 0
 * @param last the last one; the same where nothing is selected
 */
export function boxOffers(record: ParsedRecord, first: number, last: number): BoxOffer[] {
  const items = itemsOf(record, first === last ? numbered : listed);
  if (first < last) {
    const chosen = items.filter(({ line }) => line >= first && line <= last);
    return chosen.length > 0 ? [offer('selected', chosen)] : tableOffer(record, first);
  }
  const here = items.find(({ line }) => line === first);
  if (!here) return tableOffer(record, first);
  const list = items.filter(({ group, indent }) => group === here.group && indent === here.indent);
  return list.length > 1 ? [offer('list', list), offer('item', [here])] : [offer('item', [here])];
}

/** An item of a list without a box. */
interface Item {
  readonly line: number;
  /** Where its text begins. */
  readonly start: number;
  readonly indent: string;
  /** Which run of items without other text on the margin between them it belongs to. */
  readonly group: number;
}

function itemsOf({ lines, body }: ParsedRecord, sign: RegExp): Item[] {
  const steps = new Set(body.steps.map(({ line }) => line));
  const headings = new Set(body.headings.map(({ line }) => line));
  const items: Item[] = [];
  let group = 0;
  for (const { start, end } of body.prose()) {
    const line = lines.lineAt(start);
    const before = lines.text.slice(lines.startOf(line), start);
    const indent = sign.exec(before)?.[1];
    if (headings.has(line) || (indent === undefined && !/^[ \t>]/.test(before) && !steps.has(line))) group++;
    if (indent === undefined || steps.has(line) || contents.test(lines.text.slice(start, end).trim()))
      continue;
    items.push({ line, start, indent, group });
  }
  return items;
}

function offer(kind: BoxOffer['kind'], items: readonly Item[]): BoxOffer {
  const edits = items.map(({ start }) => ({ range: textRange(start), text: '[ ] ' }));
  return { kind, count: items.length, edits };
}

function tableOffer(record: ParsedRecord, line: number): BoxOffer[] {
  const table = record.lines.lineText(line).includes('|') ? tableStepsAt(record, line) : undefined;
  return table ? [{ kind: 'table', count: table.count, edits: [table.edit] }] : [];
}
