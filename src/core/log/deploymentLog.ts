import type { ConfigData } from '../model/schema/recordData';
import type { Language, Localized } from '../model/text/localized';
import { momentOf } from '../model/time/dateTime';
import { localText } from '../model/time/localText';
import { hasReached, isOpen } from '../workflow/stages';
import { csvLine } from './csvLine';
import {
  type LogCell,
  type LogColumn,
  type LogInput,
  logColumnNamed,
  logColumns,
  ownColumn,
} from './logColumns';

/** The readers of a log: the team, or the customer and its partner. */
export type LogAudience = 'team' | 'customer';

/** A deployment log as a table with titles, widths, and rows of texts and moments. */
export interface DeploymentLog {
  readonly name: string;
  readonly zone: string;
  readonly titles: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly LogCell[])[];
}

interface LogOptions {
  readonly zone: string;
  readonly language: Language;
  /** Names of the fields that the team declares, which come last. */
  readonly own?: readonly string[];
  /** The columns that the team names, instead of the usual ones. */
  readonly columns?: readonly NamedColumn[] | undefined;
}

/** A column as the configuration names it. */
type NamedColumn = NonNullable<NonNullable<ConfigData['log']>['columns']>[number];

const logName: Localized = { en: 'Deployment log', es: 'Bitácora de despliegues' };

/** A change with the stage that it is at. */
export interface LoggedChange extends LogInput {
  readonly stage: string;
}

/**
 * Makes the log of a customer from its changes, by planned start and id. Customers and partners see neither internal
 * columns nor changes that are still being prepared.
 *
 * @param customer name of the customer; undefined for the log of a whole workspace, which also shows the customer of
 *   each change and the zone of the times
 */
export function deploymentLog(
  customer: string | undefined,
  changes: readonly LoggedChange[],
  audience: LogAudience,
  { zone, language, own = [], columns: named }: LogOptions,
): DeploymentLog {
  const whole = customer === undefined;
  const shown = changes.filter(
    ({ stage }) => audience === 'team' || !isOpen(stage) || hasReached(stage, 'to_be_reviewed'),
  );
  const isUsual = (column: LogColumn): boolean =>
    (whole || !column.whole) &&
    (!column.optional || shown.some((change) => column.value(change, zone) !== undefined));
  const chosen = named?.length
    ? named.flatMap((column) => namedColumn(column, own) ?? [])
    : [...logColumns, ...own.map(ownColumn)].filter(isUsual);
  // Whoever names a column shows it, but nothing internal to others.
  const columns = chosen.filter(({ internal }) => audience === 'team' || !internal);
  return {
    name: [customer, logName[language]].filter(Boolean).join(' - '),
    zone,
    titles: columns.map(({ title, time }) => `${title[language]}${whole && time ? ` (${zone})` : ''}`),
    widths: columns.map(({ width }) => width),
    rows: [...shown].sort(inOrder).map((change) => columns.map(({ value }) => value(change, zone))),
  };
}

/** The column that the configuration names; undefined where there is none, which is reported there. */
function namedColumn({ column, heading, text }: NamedColumn, own: readonly string[]): LogColumn | undefined {
  const title = heading ? { title: { en: heading, es: heading } } : {};
  if (column === undefined)
    return heading ? { title: { en: heading, es: heading }, width: 18, value: () => text } : undefined;
  const known = logColumnNamed(column) ?? (own.includes(column) ? ownColumn(column) : undefined);
  return known && { ...known, ...title };
}

function inOrder(one: LoggedChange, other: LoggedChange): number {
  const start = ({ record, zone }: LoggedChange): number =>
    momentOf(record.data.schedule?.start, zone) ?? Number.MAX_SAFE_INTEGER;
  const id = ({ record }: LoggedChange): string => record.data.id ?? '';
  return start(one) - start(other) || (id(one) < id(other) ? -1 : id(one) > id(other) ? 1 : 0);
}

/** A cell as text on one line. Moments are written in the customer's zone. */
export function cellText(cell: LogCell, zone: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return localText(cell, zone);
  return cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/**
 * The log as CSV (RFC 4180, UTF-8). Cells that a spreadsheet would read as formulas are escaped.
 *
 * @param mark whether to begin with a byte order mark, without which Excel assumes another encoding
 */
export function logCsv(log: DeploymentLog, mark = true): string {
  const line = (cells: readonly LogCell[]): string => csvLine(cells.map((cell) => cellText(cell, log.zone)));
  return (mark ? '\ufeff' : '') + [log.titles, ...log.rows].map(line).join('');
}

/** The log as a markdown table below its name. */
export function logMarkdown(log: DeploymentLog): string {
  const line = (cells: readonly LogCell[]): string =>
    `| ${cells.map((cell) => markdownCell(cellText(cell, log.zone))).join(' | ')} |\n`;
  const rule = `|${' --- |'.repeat(log.titles.length)}\n`;
  const rows = log.rows.map(line).join('');
  return `# ${markdownCell(cellText(log.name, log.zone))}\n\n${line(log.titles)}${rule}${rows}`;
}

function markdownCell(text: string): string {
  return text.replace(/[\\`*_[\]<>&#|~!$]/g, '\\$&');
}
