import { strict as assert } from 'node:assert';
import { inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import { spreadsheet } from '../../../src/node/log/spreadsheet';
import { logOf, wholeChange } from '../../unit/core/log/logWorkspace';

/** One file of a zip archive, by its central directory. */
function fileIn(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, place] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ];
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, nameEnd) === name) {
      const start = place + 30 + zip.readUInt16LE(place + 26) + zip.readUInt16LE(place + 28);
      const content = zip.subarray(start, start + size);
      return (method === 8 ? inflateRawSync(content) : content).toString('utf8');
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return '';
}

describe('A deployment log as a spreadsheet', () => {
  it('holds real dates and text, as another reader sees it', async () => {
    const content = await spreadsheet(logOf([wholeChange, 'environments: ["=1+1", "@x"]']));
    const sheets: unknown = await readExcelFile(content);
    const text = JSON.stringify(sheets);
    assert.ok(text.includes('"2026-11-24T22:00:00.000Z"'), text);
    assert.ok(text.includes('"2026-11-24T23:10:00.000Z"'), text);
    assert.ok(text.includes('"=1+1; @x"'), text);
    assert.ok(text.includes('portal 4.1 → 4.2; worker 1.10'), text);
  });

  it('freezes and filters its header, and holds no formula', async () => {
    const content = await spreadsheet(logOf([wholeChange, 'environments: ["=1+1"]']));
    const sheet = fileIn(content, 'xl/worksheets/sheet1.xml');
    assert.match(sheet, /<autoFilter ref="A1:Q3"\/>/);
    assert.match(sheet, /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    assert.match(sheet, /<cols?>/);
    assert.doesNotMatch(sheet, /<f>/);
    assert.match(fileIn(content, 'xl/workbook.xml'), /name="Ribera - Deployment log"/);
  });

  it('is the same bytes whenever it is made', async () => {
    const log = logOf([wholeChange]);
    const content = await spreadsheet(log);
    // The first local header: nobody made it at a time of today.
    assert.equal(content.readUInt32LE(10), 0x21 << 16);
    const central = content.readUInt32LE(content.lastIndexOf('PK\x05\x06') + 16);
    assert.equal(content.readUInt32LE(central + 12), 0x21 << 16);
    assert.ok(content.equals(await spreadsheet(log)));
  });

  it('takes any name and any text', async () => {
    const log = {
      ...logOf(['environments: ["\\u0001 <b> & \\uD83D\\uDE80"]']),
      name: "'a/b:c*[d]?\\\u0007'.repeat(9)",
    };
    const text = JSON.stringify(await readExcelFile(await spreadsheet(log)));
    assert.ok(text.includes('<b> & 🚀'), text);
  });
});
