import { blockParser } from '../model/parse/blockParser';
import { normalised } from '../model/parse/readBody';
import type { ParsedRecord } from '../model/parse/record';
import { lineBreakOf, type TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';

/** A table that may become a list of steps, with the edit that makes one of it. */
export interface TableSteps {
  /** How many steps it becomes. */
  readonly count: number;
  readonly edit: TextEdit;
}

const numberTitle =
  /^(?:#|n|id|nr\.?|n[.ºo°]+|num(?:ber|\.)?|n[uú]m(?:ero|\.)?|step ?(?:#|no\.?)|paso ?(?:#|n[.ºo°]*)|order|orden)$/i;
const mainTitle =
  /step|task|action|activit|descri|instruction|what|command|check|paso|tarea|acci[oó]n|actividad|instrucci|qu[eé]|orden|comprobaci/i;
const doneTitle =
  /^(?:done|ok|status|state|complete[d]?|check(?:ed)?|result|hecho|estado|listo|completad[oa]|realizad[oa]|[✓✔☑✅])\??$/iu;
const doneMark = /^(?:\[[xX]\]|[xX✓✔☑✅☒]\uFE0F?|done|yes|ok|hecho|s[ií])$/iu;
const openMark = /^(?:|\[ ?\]|☐|⬜|-|–|no|pending|open|to ?do|pendiente|abierto)$/iu;

/**
 * The table at a line as steps: a row is one, with its number, its tick, and what stands in the other columns behind its
 * text. Undefined where there is no table, or none whose rows say anything.
 *
 * @param line from 0
 */
export function tableStepsAt({ lines, bodyStart }: ParsedRecord, line: number): TableSteps | undefined {
  const first = lines.lineAt(bodyStart);
  const tokens = blockParser().parse(normalised(lines.text.slice(bodyStart)), {});
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
  const steps = stepsOf(
    titles,
    cells.filter((row) => row.some((cell) => cell !== '')),
  );
  if (steps.length === 0) return undefined;
  const range = textRange(lines.startOf(first + from), lines.endOf(first + to - 1));
  return { count: steps.length, edit: { range, text: steps.join(lineBreakOf(lines.text)) } };
}

/** What the columns of a table hold; -1 for none. */
interface Columns {
  readonly number: number;
  readonly done: number;
  readonly main: number;
}

function stepsOf(titles: readonly string[], rows: readonly string[][]): string[] {
  const columns = columnsOf(titles, rows);
  const counts = rows.every((row, at) => plainNumber(row[columns.number]) === String(at + 1));
  return rows.map((row, at) => {
    const [, ownBox, text = ''] = /^(?:\[([ xX]?)\]\s+)?([\s\S]*)$/.exec(oneLine(row[columns.main])) ?? [];
    const isDone = doneMark.test(row[columns.done] ?? '') || /x/i.test(ownBox ?? '');
    const number = columns.number >= 0 && !counts ? `${row[columns.number]} ` : '';
    const others = row.flatMap((cell, column) => {
      const isOther = cell !== '' && !Object.values(columns).includes(column);
      return isOther ? [`${titles[column]}: ${oneLine(cell)}`] : [];
    });
    const behind = others.length > 0 ? ` (${others.join('; ')})` : '';
    return `${counts && columns.number >= 0 ? `${at + 1}.` : '-'} [${isDone ? 'x' : ' '}] ${number}${text}${behind}`;
  });
}

function columnsOf(titles: readonly string[], rows: readonly string[][]): Columns {
  const column = (fits: (title: string, cells: readonly string[], at: number) => boolean): number =>
    titles.findIndex((title, at) =>
      fits(
        title,
        rows.map((row) => row[at] ?? ''),
        at,
      ),
    );
  const number = column((title, cells) => {
    const areNumbers = cells.every((cell) => /^\d+(?:\.\d+)*[.)]?$/.test(cell));
    return areNumbers && (numberTitle.test(title) || title === '' || mainTitle.test(title));
  });
  const done = column((title, cells, at) => {
    const areMarks = cells.every((cell) => doneMark.test(cell) || openMark.test(cell));
    return (
      at !== number &&
      areMarks &&
      (doneTitle.test(title) || cells.some((cell) => /^(?:\[.?\]|[☐☑☒✅⬜])/u.test(cell)))
    );
  });
  const isFree = (at: number): boolean => at !== number && at !== done;
  const named = column((title, cells, at) => isFree(at) && mainTitle.test(title) && cells.some(Boolean));
  const main = named >= 0 ? named : column((_, cells, at) => isFree(at) && cells.some(Boolean));
  return { number, done, main };
}

function plainNumber(cell: string | undefined): string | undefined {
  return cell?.replace(/[.)]$/, '');
}

function oneLine(cell = ''): string {
  return cell.replace(/\s*<br\s*\/?>\s*/gi, '; ').trim();
}
