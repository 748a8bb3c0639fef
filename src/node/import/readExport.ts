import { statSync } from 'node:fs';
import { decodeExport } from '../../core/import/decodeExport';
import { type ExportTable, tableOf } from '../../core/import/exportTable';
import { headerRow } from '../../core/import/headerRow';
import { readJsonExport } from '../../core/import/readJsonExport';
import type { ImportReport } from '../../core/report/importReport';
import { readRegular } from '../openFile';
import { errorCode } from '../walk';

/** No export is larger; what is, is split by whoever exports it. */
const longestExport = 200_000_000;

/** How an export is written down. */
type Form = Pick<ImportReport['sources'][number], 'encoding' | 'separator' | 'sheet'>;

/** A table, and how many rows above the names of its columns were left out. */
interface ReadTable {
  readonly table: ExportTable;
  readonly above: number;
}

/** An export that was read, or why it cannot be. */
export type ReadExport =
  | (ReadTable & { readonly ok: true; readonly form: Form; readonly otherSheets: number })
  | {
      readonly ok: false;
      readonly problem: 'json' | 'quotes' | 'sheet' | 'oldSheet' | 'empty' | 'size' | 'file';
      readonly code: string;
    };

type Refused = Extract<ReadExport, { readonly ok: false }>;

/** The bytes of a file that a person names, or why they cannot be read. */
export function exportBytes(path: string): Buffer | Refused {
  try {
    // A pipe of a shell has no end that could be looked for.
    if (!statSync(path).isFile()) return refused('file', 'ENOTFILE');
    const { bytes, size } = readRegular(path, longestExport);
    return size > longestExport ? refused('size') : bytes;
  } catch (error) {
    return refused('file', errorCode(error));
  }
}

/** Reads an export: a spreadsheet, JSON, or a table of separated values. */
export async function readExport(bytes: Buffer): Promise<ReadExport> {
  const { isSheet, readSheet } = await import('./readSheet');
  if (isSheet(bytes)) {
    const sheet = await readSheet(bytes);
    if (!sheet) return refused('sheet');
    const form: Form = { encoding: null, separator: null, sheet: sheet.name };
    return held(tableIn(sheet.rows), form, sheet.others);
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused('oldSheet');
  const { text, encoding } = decodeExport(bytes);
  // Pages that are called .xls, and documents, are no tables of values.
  if (text.includes('\0') || /^\s*(?:%PDF-|\{\\rtf|<)/.test(text)) return refused('sheet');
  const form: Form = { encoding, separator: null, sheet: null };
  if (/^\s*[[{]/.test(text)) {
    const table = readJsonExport(text);
    return table
      ? held({ table, above: 0 }, form)
      : refused(/^\s*(?:\[\s*\]|\{\s*\})\s*$/.test(text) ? 'empty' : 'json');
  }
  const { readCsv } = await import('./readCsv');
  const grid = readCsv(text);
  return grid ? held(tableIn(grid.rows), { ...form, separator: grid.separator }) : refused('quotes');
}

/** The rows above the names of columns are no rows of the table. */
function tableIn(grid: readonly (readonly string[])[]): ReadTable {
  const rows = headerRow(grid);
  const above = grid.slice(0, rows.header).filter((row) => row.some((cell) => cell.trim() !== ''));
  return { table: tableOf(grid, rows), above: above.length };
}

function held(read: ReadTable, form: Form, otherSheets = 0): ReadExport {
  return read.table.rows.length > 0 ? { ok: true, ...read, form, otherSheets } : refused('empty');
}

function refused(problem: Refused['problem'], code = ''): Refused {
  return { ok: false, problem, code };
}
