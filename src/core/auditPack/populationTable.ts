import type { DeploymentLog } from '../log/deploymentLog';
import type { LogCell } from '../log/logColumns';
import type { Language, Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { type PopulationColumn, populationColumns } from './populationColumns';
import type { PopulationRow } from './populationRow';
import type { PopulationColumnName } from './populationWords';

const tableName: Localized = { en: 'Changes of the period', es: 'Cambios del período' };

/** What a table of changes is made for. */
export interface TableOptions {
  readonly language: Language;
  /** The zone of its times. */
  readonly zone: string;
  /** Keys of the changes that were drawn. */
  readonly drawn: ReadonlySet<string>;
}

/**
 * The changes of a period as a table for a spreadsheet.
 *
 * @param only the columns that are wanted; all without it
 */
export function populationTable(
  rows: readonly PopulationRow[],
  { language, zone, drawn }: TableOptions,
  only?: readonly PopulationColumnName[],
): DeploymentLog {
  const columns = only ? only.flatMap((name) => columnNamed(name)) : populationColumns;
  return {
    name: tableName[language],
    zone,
    titles: columns.map(({ title, time }) => `${title[language]}${time ? ` (${zone})` : ''}`),
    widths: columns.map(({ width }) => width),
    rows: rows.map((row) => {
      const input = { row, language, zone, isDrawn: drawn.has(row.key) };
      return columns.map((column) => shownCell(column.value(input)));
    }),
  };
}

function columnNamed(name: PopulationColumnName): PopulationColumn[] {
  return populationColumns.filter((column) => column.name === name);
}

/** A cell without characters that steer a terminal or a reader's eye. */
export function shownCell(cell: LogCell): LogCell {
  return typeof cell === 'string' ? oneLineValue(cell, longestCell) : cell;
}

/** What a spreadsheet takes, and a little less. */
const longestCell = 32_000;
