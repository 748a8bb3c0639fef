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

/** A table with a row that names its columns. A column that stands there twice has several values. */
export function tableOf(
  grid: readonly (readonly string[])[],
  { header, data }: { readonly header: number; readonly data: number } = { header: 0, data: 1 },
): ExportTable {
  const titles = (grid[header] ?? []).map(
    (title, place) => title.trim().replace(/\s+/g, ' ') || `#${place + 1}`,
  );
  const rows = grid.slice(data).flatMap((row, at): ExportRow[] => {
    const cells = new Map<string, string[]>();
    for (const [place, cell] of row.entries()) add(cells, titles[place] ?? `#${place + 1}`, cell);
    return cells.size > 0 ? [{ place: data + at + 1, cells }] : [];
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
