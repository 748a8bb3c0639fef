import { parse } from 'csv-parse/sync';

/** A table of texts. */
interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly separator: string;
}

const separators = [',', ';', '\t', '|'];

/**
 * Reads a table of separated values. What separates them is what the first line has most of outside of quotes.
 *
 * @returns undefined where quotes do not close, so that nobody knows where rows end
 */
export function readCsv(text: string): Grid | undefined {
  // Spreadsheets in Europe say it in a line of its own.
  const [said, announced] = /^sep=([,;\t|])\r?\n/i.exec(text) ?? [];
  const body = text.slice(said?.length ?? 0);
  const separator = announced ?? separatorOf(body);
  const rows = rowsOf(body, separator, false) ?? rowsOf(body, separator, true);
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

function separatorOf(text: string): string {
  const counts = new Map(separators.map((sign) => [sign, 0]));
  let inQuotes = false;
  let filled = false;
  for (const sign of text.slice(0, 100_000)) {
    if (sign === '"') inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if ((sign === '\n' || sign === '\r') && filled) break;
    const count = counts.get(sign);
    if (count !== undefined) counts.set(sign, count + 1);
    filled ||= sign.trim() !== '';
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] > 0 ? best[0] : ',';
}
