import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { type ImportReport, importReportSchema } from '../../src/core/report/importReport';
import { changebook, folderOf } from './program';

function imported(name: string, cwd: string): ImportReport {
  const { code, out, err } = changebook(['import', name, '--format', 'json'], cwd);
  assert.equal(code, 0, err);
  return importReportSchema.parse(JSON.parse(out));
}

const rows = [
  ['Referencia', 'Título', 'Descripción'],
  ['A-1', 'Año nuevo', 'línea uno\nlínea dos'],
  ['A-2', '=SUM(A1)', 'a;b,"c"'],
];

function table(separator: string): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
}

function wide(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('An export', () => {
  it('is read in any encoding, with any separator', () => {
    const forms: readonly (readonly [string, Buffer, string, string])[] = [
      ['utf8.csv', Buffer.from(table(',')), 'utf-8', ','],
      ['bom.csv', Buffer.from(`\ufeff${table(';')}`), 'utf-8', ';'],
      ['little.csv', wide(table('\t'), false), 'utf-16le', '\t'],
      ['big.csv', wide(table(','), true), 'utf-16be', ','],
      ['windows.csv', Buffer.from(table(';'), 'latin1'), 'windows-1252', ';'],
      ['sep.csv', Buffer.from(`sep=|\r\n${table('|')}`), 'utf-8', '|'],
    ];
    for (const [name, bytes, encoding, separator] of forms) {
      const cwd = folderOf({ [name]: bytes });
      const { sources, records } = imported(name, cwd);
      assert.deepEqual([sources[0]?.encoding, sources[0]?.separator], [encoding, separator], name);
      assert.deepEqual(
        records.map(({ title, row }) => [title, row]),
        [
          ['Año nuevo', 2],
          ['=SUM(A1)', 3],
        ],
      );
      const text = readFileSync(path.join(cwd, records[0]?.file ?? ''), 'utf8');
      assert.ok(text.includes('\nlínea uno\\\nlínea dos\n'), text);
    }
  });

  it('may have titles and names of groups above the names of its columns', () => {
    const data = 'CHG1;Uno;2026-10-01 10:00:00\r\n';
    const names = 'Número;Descripción breve;Inicio planificado\r\n';
    for (const above of [
      '',
      'Informe de cambios\r\n\r\n',
      'Informe, generado el 1 de noviembre, por Ana\r\n',
      'Cambio;;Plan\r\n',
      'Cambios;;\r\nGeneral;;\r\n',
      'number;short_description;start_date\r\n',
    ]) {
      const cwd = folderOf({ 'changes.csv': above + names + data });
      const { sources, records } = imported('changes.csv', cwd);
      assert.deepEqual([sources[0]?.from, records.map(({ title }) => title)], ['servicenow', ['Uno']], above);
    }
  });

  it('is read from a spreadsheet, with its dates', async () => {
    const start = { value: new Date(Date.UTC(2026, 10, 24, 22)), type: Date, format: 'yyyy-mm-dd hh:mm' };
    const header = ['Number', 'Title', 'Planned start', 'Labels'].map((value) => ({ value, type: String }));
    const row = [
      { value: 17, type: Number },
      { value: 'Portal', type: String },
      start,
      { value: 'a, b', type: String },
    ];
    const bytes = await writeExcelFile([header, row], { sheet: 'Changes' }).toBuffer();
    const cwd = folderOf({ 'changes.xlsx': bytes, '.changebook/config.yaml': 'timezone: Europe/Madrid\n' });
    const { sources, records } = imported('changes.xlsx', cwd);
    assert.deepEqual([sources[0]?.sheet, sources[0]?.from, records.length], ['Changes', 'changes', 1]);
    const record = parseRecord(readFileSync(path.join(cwd, records[0]?.file ?? ''), 'utf8'));
    assert.ok(record?.type === 'change');
    assert.deepEqual(
      [record.data.schedule, record.data.tags, record.data.imported?.id],
      [{ start: '2026-11-24T22:00+01:00' }, ['a', 'b'], '17'],
    );
  });

  it('is cut where a cell is as long as no record, and says so', () => {
    const long = 'word '.repeat(220_000);
    const cwd = folderOf({ 'long.csv': `id,title,description\n1,"${long}","${long}"\n` });
    const [record] = imported('long.csv', cwd).records;
    assert.deepEqual(
      record?.lost.map(({ kind, name, detail }) => [kind, name, detail]),
      [
        ['cut', 'title', '1100000'],
        ['cut', 'description', '1100000'],
      ],
    );
    const text = readFileSync(path.join(cwd, record?.file ?? ''), 'utf8');
    assert.ok(text.length < 110_000, String(text.length));
  });
});
