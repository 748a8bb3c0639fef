import { csvLine } from '../log/csvLine';
import { shareNames, spanNames } from './figureNames';
import type { FigureGroup, Figures, FiguresReport, LeftOut } from './figuresReport';

const shared = ['deployments', 'active_days', 'days', 'per_week', 'waivers'] as const;

/**
 * The figures as CSV (RFC 4180, UTF-8), for spreadsheets: one row of all, then one a group. Times are minutes, shares go
 * from 0 to 1; what is unknown is empty.
 *
 * @param mark whether to begin with a byte order mark, without which Excel assumes another encoding
 */
export function figuresCsv({ total, groups = [], groupedBy }: FiguresReport, mark = true): string {
  const titles = [
    groupedBy ?? 'group',
    ...shared,
    ...spanNames.flatMap((name) => columnsOf(name, ['count', 'median_minutes', 'p90_minutes', 'left_out'])),
    ...shareNames.flatMap((name) => columnsOf(name, ['count', 'of', 'share', 'left_out'])),
  ];
  const rows = [rowOf('*', total), ...groups.map((group) => rowOf(nameOf(group), group))];
  return (mark ? '\ufeff' : '') + [titles, ...rows].map(csvLine).join('');
}

function nameOf({ key, name }: FigureGroup): string {
  return name ?? key ?? '';
}

function columnsOf(name: string, parts: readonly string[]): string[] {
  const written = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return parts.map((part) => `${written}_${part}`);
}

function rowOf(name: string, figures: Figures): (string | number | null)[] {
  const { deployments, activeDays, days, perWeek, waivers, spans, shares } = figures;
  return [
    name,
    ...[deployments, activeDays, days, perWeek, waivers],
    ...spanNames.flatMap((span) => {
      const { count, median, p90, leftOut } = spans[span];
      return [count, median, p90, reasons(leftOut)];
    }),
    ...shareNames.flatMap((share) => {
      const { count, of, share: part, leftOut } = shares[share];
      return [count, of, part, reasons(leftOut)];
    }),
  ];
}

function reasons(leftOut: LeftOut): string {
  return leftOut.map(({ why, count }) => `${why}: ${count}`).join('; ');
}
