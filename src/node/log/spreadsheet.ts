import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { DeploymentLog } from '../../core/log/deploymentLog';
import { cellText } from '../../core/log/deploymentLog';
import type { LogCell } from '../../core/log/logColumns';
import { dayMs, wallTime } from '../../core/model/time/zoneClock';

/** The most characters of a cell in a spreadsheet. */
const longestCell = 32_767;

/**
 * A log as a spreadsheet (`.xlsx`) with real dates and a frozen header with filters. Text is stored as text, so that it
 * is not read as formulas.
 */
export async function spreadsheet(log: DeploymentLog): Promise<Buffer> {
  const header = log.titles.map((title): Cell => ({ type: String, value: title, ...headerStyle }));
  const rows = log.rows.map((row) =>
    grown(
      row.map((cell) => cellOf(cell, log.zone)),
      log.widths,
    ),
  );
  const filtered = `A1:${columnName(log.titles.length)}${log.rows.length + 1}`;
  const file = await writeExcelFile(
    [grown(header, log.widths), ...rows],
    {
      sheet: sheetName(log.name),
      columns: log.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
      dateFormat: 'yyyy-mm-dd hh:mm',
    },
    {
      // Programs have different default fonts.
      fontFamily: 'Calibri',
      fontSize: 11,
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (content) =>
                  content.replace('</sheetData>', () => `</sheetData><autoFilter ref="${filtered}"/>`),
              },
            },
          },
        },
      ],
    },
  ).toBuffer();
  return withoutTimes(file);
}

/** The earliest time and date in an archive. */
const [firstTime, firstDay] = [0, 0x21];

/** The archive with constant times of its files, so that the same log gives the same bytes. */
function withoutTimes(archive: Buffer): Buffer {
  const end = archive.lastIndexOf('PK\u0005\u0006');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const local = archive.readUInt32LE(at + 42);
    for (const place of [at + 12, local + 10]) {
      archive.writeUInt16LE(firstTime, place);
      archive.writeUInt16LE(firstDay, place + 2);
    }
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return archive;
}

/** The style of the header. */
export const headerStyle = {
  fontWeight: 'bold',
  backgroundColor: '#E7E9ED',
  alignVertical: 'top',
  wrap: true,
} as const;

/** Long texts are wrapped, and all cells of a row begin at the top. */
export const textStyle = { wrap: true, alignVertical: 'top' } as const;
export const dateStyle = { alignVertical: 'top' } as const;

/** Height of a line, and greatest height of a row, in points. */
const [lineHeight, highestRow] = [15, 400];

/** A row with the height of its longest text, which not every program computes itself. */
function grown(cells: Cell[], widths: readonly number[]): Cell[] {
  let lines = 1;
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'object' || !cell || !('value' in cell) || typeof cell.value !== 'string') continue;
    // An address is one word, which is not wrapped.
    if (!cell.value.includes(' ')) continue;
    // Lines break between words, so they are not filled to their width.
    lines = Math.max(lines, Math.ceil(cell.value.length / Math.max(1, (widths[index] ?? 10) * 0.9)));
  }
  const [first, ...others] = cells;
  if (lines === 1 || typeof first !== 'object' || !first || first instanceof Date) return cells;
  return [{ ...first, height: Math.min(lines * lineHeight, highestRow) }, ...others];
}

function cellOf(cell: LogCell, zone: string): Cell {
  if (cell === undefined) return null;
  if (typeof cell === 'string')
    return { type: String, value: cellText(cell, zone).slice(0, longestCell), ...textStyle };
  // Spreadsheets have no time zones, so the cell holds the customer's local time.
  const { day, minute } = wallTime(cell, zone);
  return { type: Date, value: new Date(day * dayMs + minute * 60_000), ...dateStyle };
}

/** A valid name for a sheet: at most 31 characters, without some special ones. */
function sheetName(name: string): string {
  return name
    .replace(/[\\/*?:[\]\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
}

function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
