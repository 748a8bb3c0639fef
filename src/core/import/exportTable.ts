/** One record of an export: by column what stands there, several values where it has several. */
export interface ExportRow {
  /** The row of a table, or the place in a list, as people count it. */
  readonly place: number;
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

/** What an export holds, whatever its form. */
export interface ExportTable {
  readonly columns: readonly string[];
  readonly rows: readonly ExportRow[];
}

/** Longer cells are cut, and that is said: a record is read by people. */
export const longestCell = 100_000;

/** A table whose first row names its columns. A column that stands there twice has several values. */
export function tableOf(grid: readonly (readonly string[])[], places?: readonly number[]): ExportTable {
  const first = grid.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const titles = (grid[first] ?? []).map(
    (title, place) => title.trim().replace(/\s+/g, ' ') || `#${place + 1}`,
  );
  const rows = grid.slice(first + 1).flatMap((row, at): ExportRow[] => {
    const cells = new Map<string, string[]>();
    for (const [place, cell] of row.entries()) add(cells, titles[place] ?? `#${place + 1}`, cell);
    const index = first + 1 + at;
    return cells.size > 0 ? [{ place: places?.[index] ?? index + 1, cells }] : [];
  });
  return { columns: columnsOf(rows, titles), rows };
}

/** Adds a value to a column, unless there is nothing in it. */
export function add(cells: Map<string, string[]>, column: string, value: string): void {
  if (value.trim() === '') return;
  const values = cells.get(column);
  if (values) values.push(value);
  else cells.set(column, [value]);
}

/** The columns that rows have, those that are given first. */
export function columnsOf(rows: readonly ExportRow[], first: readonly string[] = []): string[] {
  const columns = new Set(first);
  for (const { cells } of rows) for (const column of cells.keys()) columns.add(column);
  return [...columns];
}

/** A column's name as it is compared: without case, accents and what stands between words. */
export function plainColumn(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\p{M}/gu, '');
}
