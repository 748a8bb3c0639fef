import { plainColumn } from './exportTable';
import { fieldColumns, idColumns, sectionColumns, urlColumns } from './importWords';

type Grid = readonly (readonly string[])[];

/** The names of columns are looked for among so many rows that hold anything. */
const mostAbove = 25;

const known = new Set([
  ...idColumns,
  ...urlColumns,
  ...Object.values(fieldColumns).flat(),
  ...[...sectionColumns.values()].flat(),
]);

/**
 * Where the names of the columns stand: below titles, dates of printing and names of groups, which people and
 * spreadsheets put on top of a table.
 *
 * @returns the row of the names, and the first one below them that holds no names
 */
export function headerRow(grid: Grid): { readonly header: number; readonly data: number } {
  const filled = grid.flatMap((row, at) => {
    const cells = row.filter((cell) => cell.trim() !== '');
    return cells.length > 0 ? [{ at, count: cells.length, names: cells.filter(isKnown).length }] : [];
  });
  const top = filled.slice(0, mostAbove);
  const width = Math.max(0, ...top.map(({ count }) => count));
  const wide = top.filter(({ count }) => count * 2 >= width);
  // One name that is known may well be a word in a cell.
  const likely = wide.filter(({ names, count }) => names > 1 && names * 2 >= count);
  const most = Math.max(0, ...likely.map(({ names }) => names));
  const header = likely.find(({ names }) => names === most) ?? wide[0] ?? top[0];
  const next = filled.find(({ at }) => at > (header?.at ?? 0));
  const repeated = next && next.count > 1 && next.names === next.count;
  return { header: header?.at ?? 0, data: (repeated ? next.at : (header?.at ?? 0)) + 1 };
}

function isKnown(cell: string): boolean {
  return known.has(plainColumn(cell));
}
