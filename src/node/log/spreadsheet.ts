import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { DeploymentLog } from '../../core/log/deploymentLog';
import { cellText } from '../../core/log/deploymentLog';
import type { LogCell } from '../../core/log/logRow';
import { dayMs, wallTime } from '../../core/model/time/zoneClock';

/** A spreadsheet's cell holds no more characters. */
const longestCell = 32_767;

/**
 * A log as a spreadsheet (`.xlsx`): real dates, a frozen header with filters, and text that is stored as text, so that
 * nothing is read as a formula.
 */
export function spreadsheet(log: DeploymentLog): Promise<Buffer> {
  const header = log.titles.map((title): Cell => ({ type: String, value: title, fontWeight: 'bold' }));
  const rows = log.rows.map((row) => row.map((cell) => cellOf(cell, log.zone)));
  const filtered = `A1:${columnName(log.titles.length)}${log.rows.length + 1}`;
  return writeExcelFile(
    [header, ...rows],
    {
      sheet: sheetName(log.name),
      columns: log.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
      dateFormat: 'yyyy-mm-dd hh:mm',
    },
    {
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
}

function cellOf(cell: LogCell, zone: string): Cell {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return { type: String, value: cellText(cell, zone).slice(0, longestCell) };
  // A spreadsheet knows no zones: it shows the clock on the customer's wall.
  const { day, minute } = wallTime(cell, zone);
  return { type: Date, value: new Date(day * dayMs + minute * 60_000) };
}

/** Thirty-one characters at most, and some not at all. */
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
