import { parse } from 'csv-parse/sync';

/** A table of texts. */
interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly separator: string;
}

const mostLines = 50;
const separators = [',', ';', '\t', '|'];

/**
 * Reads a table of separated values. What separates them is told by their first lines.
 *
 * @param strict whether a quote in the middle of a cell is a fault, since rows could hide behind it
 * @returns undefined where quotes do not close, so that nobody knows where rows end
 */
export function readCsv(text: string, strict = false): Grid | undefined {
  // Spreadsheets in Europe say it in a line of its own.
  const [said, announced] = /^sep=([,;\t|])\r?\n/i.exec(text) ?? [];
  const body = text.slice(said?.length ?? 0);
  const separator = announced ?? separatorOf(body);
  const rows = rowsOf(body, separator, false) ?? (strict ? undefined : rowsOf(body, separator, true));
  return rows && { separator, rows };
}

/** @param relaxed whether a quote in the middle of a cell is a character like any other */
function rowsOf(text: string, separator: string, relaxed: boolean): string[][] | undefined {
  try {
    return parse(text, { delimiter: separator, relax_column_count: true, relax_quotes: relaxed });
  } catch {
    return undefined;
  }
}

/** The sign of which most lines have the same number, then the one with the most: titles and texts have some of any. */
function separatorOf(text: string): string {
  const lines = signsOfLines(text.slice(0, 100_000));
  const [best] = separators
    .map((sign) => {
      const times = new Map<number, number>();
      for (const counts of lines) {
        const count = counts.get(sign) ?? 0;
        if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
      }
      const [count, often] = [...times].sort(([a, x], [b, y]) => y - x || b - a)[0] ?? [0, 0];
      return { sign, count, often };
    })
    .sort((a, b) => b.often - a.often || b.count - a.count);
  return best && best.count > 0 ? best.sign : ',';
}

/** How many of each sign stand outside of quotes in the first lines. */
function signsOfLines(text: string): ReadonlyMap<string, number>[] {
  const lines = [new Map<string, number>()];
  let inQuotes = false;
  for (const sign of text) {
    const counts = lines.at(-1);
    if (sign === '"') inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (sign === '\n' && lines.push(new Map()) > mostLines) break;
    else if (separators.includes(sign)) counts?.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return lines;
}
