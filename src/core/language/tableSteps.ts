import { bodyTokens } from '../model/parse/bodyTokens';
import type { ParsedRecord } from '../model/parse/record';
import { lineBreakOf, type TextEdit } from '../model/text/edit';
import type { Language } from '../model/text/localized';
import { textRange } from '../model/text/range';
import { stepWords } from '../model/vocabulary/stepWords';
import { columnsOf, isDoneMark, lengthIn } from './tableColumns';

/** A table that may become a list of steps, with the edit that makes one of it. */
export interface TableSteps {
  /** How many steps it becomes. */
  readonly count: number;
  readonly edit: TextEdit;
}

/**
 * The table at a line as steps: a row is one, with its number and its tick, with who does it and how long it takes as the
 * words of the format, and with what stands in the other columns behind its text. Undefined where there is no table, or none whose rows say anything.
 *
 * @param line from 0
 */
export function tableStepsAt(record: ParsedRecord, line: number): TableSteps | undefined {
  const { lines, bodyStart, language } = record;
  const first = lines.lineAt(bodyStart);
  const tokens = bodyTokens(record);
  const at = tokens.findIndex(({ type, level, map }) => {
    return type === 'table_open' && level === 0 && map && first + map[0] <= line && line < first + map[1];
  });
  const [from, to] = tokens[at]?.map ?? [0, 0];
  if (at < 0) return undefined;
  const rows: string[][] = [];
  for (const { type, content } of tokens.slice(
    at,
    tokens.findIndex((token, index) => index > at && token.type === 'table_close'),
  )) {
    if (type === 'tr_open') rows.push([]);
    else if (type === 'inline') rows.at(-1)?.push(content.trim());
  }
  const [titles = [], ...cells] = rows;
  const filled = cells.filter((row) => row.some((cell) => cell !== ''));
  const steps = stepsOf(titles, filled, language);
  if (steps.length === 0) return undefined;
  const range = textRange(lines.startOf(first + from), lines.endOf(first + to - 1));
  return { count: steps.length, edit: { range, text: steps.join(lineBreakOf(lines.text)) } };
}

function stepsOf(titles: readonly string[], rows: readonly string[][], language: Language): string[] {
  const columns = columnsOf(titles, rows);
  const counts = rows.every((row, at) => plainNumber(row[columns.number]) === String(at + 1));
  return rows.map((row, at) => {
    const [, ownBox, text = ''] = /^(?:\[([ xX]?)\]\s+)?([\s\S]*)$/.exec(oneLine(row[columns.main])) ?? [];
    const isDone = isDoneMark(row[columns.done] ?? '') || /x/i.test(ownBox ?? '');
    const number = columns.number >= 0 && !counts ? `${row[columns.number]} ` : '';
    const others = row.flatMap((cell, column) => {
      const isOther = cell !== '' && !Object.values(columns).includes(column);
      return isOther ? [`${titles[column]}: ${oneLine(cell)}`] : [];
    });
    const behind = others.length > 0 ? ` (${others.join('; ')})` : '';
    const sign = counts && columns.number >= 0 ? `${at + 1}.` : '-';
    const comment = commentOf(row[columns.by], row[columns.takes], language);
    return `${sign} [${isDone ? 'x' : ' '}] ${number}${text}${behind}${comment}`;
  });
}

/** Who does a step and how long it takes, in the words of the format. */
function commentOf(by = '', takes = '', language: Language): string {
  const word = (name: 'by' | 'takes'): string => (language === 'es' ? stepWords[name].es : name);
  const words = [
    ...(by === '' ? [] : [`${word('by')}=${by.includes(' ') ? `"${by}"` : by}`]),
    ...(takes === '' ? [] : [`${word('takes')}=${lengthIn(takes)}`]),
  ];
  return words.length === 0 ? '' : ` <!-- ${language === 'es' ? 'paso' : 'step'}: ${words.join(' ')} -->`;
}

function plainNumber(cell: string | undefined): string | undefined {
  return cell?.replace(/[.)]$/, '');
}

function oneLine(cell = ''): string {
  return cell.replace(/\s*<br\s*\/?>\s*/gi, '; ').trim();
}
