import { writeFileSync } from 'node:fs';

/** A limit that the project set itself, on a value or on a ratio. */
export interface Bar {
  readonly on: 'value' | 'ratio';
  readonly limit: 'at most' | 'at least';
  readonly than: number;
}

/** One line of the results. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'KB' | 'MB';
  /** The lowest of the runs, in the same unit. */
  readonly lowest?: number;
  readonly ratio?: number;
  /** What the ratio is of. */
  readonly ratioOf?: string;
  readonly bar?: Bar;
}

/** Rows that belong together. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const head = ['what', 'median', 'lowest', 'ratio', 'which ratio', 'bar', ''] as const;

/** Whether a row keeps its bar; nothing where it has none. */
export function isMet({ bar, value, ratio }: Row): boolean | undefined {
  if (!bar) return undefined;
  const measured = bar.on === 'value' ? value : (ratio ?? Number.NaN);
  return bar.limit === 'at most' ? measured <= bar.than : measured >= bar.than;
}

/** One line for each bar that was missed. */
export function missedBars(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, rows }) =>
    rows
      .filter((row) => isMet(row) === false)
      .map((row) => {
        const [what, value, , ratio, ratioOf, bar] = cellsOf(row).map((cell) => cell.trim());
        return `MISSED, ${title.replace(/ \(.*/, '')}: ${what}: ${ratio ? `${ratio} (${ratioOf})` : value}, ${bar}`;
      }),
  );
}

/** The sections as aligned plain text. */
export function formatSections(sections: readonly Section[]): string {
  const cells = sections.map(({ rows }) => rows.map(cellsOf));
  const all = [head, ...cells.flat()];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        isNumeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const parts = sections.map(({ title }, index) => [title, ...(cells[index] ?? []).map(line)].join('\n'));
  return [line(head), ...parts].join('\n\n');
}

function isNumeric(column: number): boolean {
  return column >= 1 && column <= 3;
}

function cellsOf(row: Row): string[] {
  const met = isMet(row);
  const { value, unit, lowest, ratio, ratioOf, bar } = row;
  return [
    `  ${row.what}`,
    `${rounded(value)} ${unit}`,
    lowest === undefined ? '' : rounded(lowest),
    ratio === undefined ? '' : `${rounded(ratio)}×`,
    ratioOf ?? '',
    bar ? `${bar.limit} ${bar.than}${bar.on === 'ratio' ? '×' : ` ${unit}`}` : '',
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ];
}

/** Three digits that matter. */
function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Writes the results for programs. */
export function writeJson(path: string, environment: object, sections: readonly Section[]): void {
  const results = sections.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, met: isMet(row) })),
  }));
  writeFileSync(path, `${JSON.stringify({ version: 1, environment, results }, undefined, 2)}\n`);
}
