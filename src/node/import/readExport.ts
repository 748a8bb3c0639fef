import { statSync } from 'node:fs';
import { decodeExport } from '../../core/import/decodeExport';
import { type ExportTable, tableOf } from '../../core/import/exportTable';
import { readJsonExport } from '../../core/import/readJsonExport';
import type { ImportReport } from '../../core/report/importReport';
import { readRegular } from '../openFile';
import { errorCode } from '../walk';

/** No export is larger; what is, is split by whoever exports it. */
const longestExport = 200_000_000;

/** How an export is written down. */
type Form = Pick<ImportReport['sources'][number], 'encoding' | 'separator' | 'sheet'>;

/** An export that was read, or why it cannot be. */
export type ReadExport =
  | { readonly ok: true; readonly table: ExportTable; readonly form: Form; readonly otherSheets: number }
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
    return held(tableOf(sheet.rows), form, sheet.others);
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused('oldSheet');
  const { text, encoding } = decodeExport(bytes);
  if (text.includes('\0')) return refused('sheet');
  const form: Form = { encoding, separator: null, sheet: null };
  if (/^\s*[[{]/.test(text)) {
    const table = readJsonExport(text);
    return table ? held(table, form) : refused(/^\s*\[\s*\]\s*$/.test(text) ? 'empty' : 'json');
  }
  const { readCsv } = await import('./readCsv');
  const grid = readCsv(text);
  return grid ? held(tableOf(grid.rows), { ...form, separator: grid.separator }) : refused('quotes');
}

function held(table: ExportTable, form: Form, otherSheets = 0): ReadExport {
  return table.rows.length > 0 ? { ok: true, table, form, otherSheets } : refused('empty');
}

function refused(problem: Refused['problem'], code = ''): Refused {
  return { ok: false, problem, code };
}
