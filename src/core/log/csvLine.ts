/** Spreadsheets run cells that begin like this, even after white space. */
const formulaStart = /^[\s"']*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20]/;

/** A line of CSV (RFC 4180). Texts that a spreadsheet would read as formulas are escaped; null is an empty cell. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? csvCell(cell) : String(cell ?? ''))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
