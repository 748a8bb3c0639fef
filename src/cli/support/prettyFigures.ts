import type { FiguresReport } from '../../core/figures/figuresReport';
import {
  type FigureLine,
  figuresWord,
  frequencyText,
  groupingTitle,
  missingTexts,
  periodText,
  shareLines,
  spanLines,
} from '../../core/figures/figuresText';
import { type FigureTable, figureTable, tableNote } from '../../core/figures/figureTable';
import { oneLine } from '../../core/language/plainText';
import type { Language } from '../../core/model/text/localized';
import type { Call } from './command';
import { outputColors } from './outputColors';
import { lineOf } from './terminalText';

/** The figures for a terminal: below each what is counted in it, and what is left out. */
export function prettyFigures(call: Call, report: FiguresReport, language: Language): string {
  const colors = outputColors(call);
  const word = (id: Parameters<typeof figuresWord>[1]): string => figuresWord(language, id);
  const { total, groupedBy } = report;
  const lines = [colors.bold(word('title')), colors.dim(oneLine(periodText(report, language), 300))];
  const missing = missingTexts(report, language).map(plain);
  if (total.deployments === 0) return [...lines, ...missing].map(lineOf).join('');
  lines.push(frequencyText(total, language), ...missing.map(colors.dim));
  const section = (title: string, second: string, all: readonly FigureLine[]): void => {
    const heads = ['', title, second, word('of')];
    const cells = all.map(({ title: name, value, second: more, of }) => [name, value, more, String(of)]);
    const [head = '', ...rows] = columnsOf([heads, ...cells]);
    lines.push('', colors.bold(head));
    for (const [at, row] of rows.entries()) {
      const { counts = '', leftOut = '' } = all[at] ?? {};
      const count = leftOut === '' ? 0 : 2;
      const out = leftOut === '' ? '' : ` ${figuresWord(language, 'leftOut', { list: leftOut, count })}`;
      lines.push(row, colors.dim(`    ${plain(counts + out)}`));
    }
  };
  section(word('median'), word('p90'), spanLines(total, language));
  section(word('share'), word('count'), shareLines(total, language));
  const groups = figureTable(report, language);
  if (groups && groupedBy) {
    const [head = '', ...rows] = columnsOf(shown(groups));
    const note = tableNote(report, language);
    lines.push('', colors.bold(groupingTitle(groupedBy, language)), colors.dim(head), ...rows);
    if (note) lines.push(colors.dim(note));
  }
  return lines.map(lineOf).join('');
}

function shown({ titles, rows }: FigureTable): string[][] {
  return [titles, ...rows].map((cells) => cells.map((cell) => oneLine(cell, 40)));
}

/** Rows of cells with their columns below each other: the first to the left, the others to the right. */
function columnsOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** In a terminal the names of fields stand without the marks of code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
