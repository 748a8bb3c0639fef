import { asMarkdown } from '../language/plainText';
import type { Language } from '../model/text/localized';
import type { FiguresReport } from './figuresReport';
import {
  type FigureLine,
  figuresWord,
  frequencyText,
  groupingTitle,
  missingTexts,
  periodText,
  shareLines,
  spanLines,
} from './figuresText';
import { figureTable, tableNote } from './figureTable';

/** The figures as a markdown page, with what is counted and left out beside each. */
export function figuresMarkdown(report: FiguresReport, language: Language): string {
  const word = (id: Parameters<typeof figuresWord>[1]): string => figuresWord(language, id);
  const { total, groupedBy } = report;
  const missing = missingTexts(report, language);
  const head = [`# ${word('title')}`, asMarkdown(periodText(report, language), 400)];
  if (total.deployments === 0) return `${[...head, ...missing].join('\n\n')}\n`;
  const groups = figureTable(report, language);
  const lines = (second: string, all: readonly FigureLine[]): string =>
    table(
      [word('figure'), second === word('p90') ? word('median') : word('share'), second, word('of')],
      [word('counted'), word('notCounted')],
      all,
    );
  return `${[
    ...head,
    `**${frequencyText(total, language)}**`,
    ...missing,
    `## ${word('times')}`,
    lines(word('p90'), spanLines(total, language)),
    `## ${word('shares')}`,
    lines(word('count'), shareLines(total, language)),
    ...(groups && groupedBy
      ? [
          `## ${groupingTitle(groupedBy, language)}`,
          tableOf(
            groups.titles,
            groups.rows.map(([name = '', ...cells]) => [asMarkdown(name), ...cells]),
          ),
          tableNote(report, language),
        ]
      : []),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function table(titles: readonly string[], more: readonly string[], lines: readonly FigureLine[]): string {
  return tableOf(
    [...titles, ...more],
    lines.map(({ title, value, second, of, counts, leftOut }) => [
      title,
      value,
      second,
      String(of),
      counts,
      leftOut,
    ]),
  );
}

function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)].join('\n');
}
