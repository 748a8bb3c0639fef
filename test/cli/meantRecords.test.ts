import { strict as assert } from 'node:assert';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson, folderOf, lines } from './program';

const ticket = (id: string) => `---\nid: ${id}\ntype: ticket\n---\n# ${id}\n`;

describe('changebook check, of files that look like records', () => {
  it('says that it checked nothing, and why, where files look like records', () => {
    const folder = folderOf({ 'README.md': '# Read me\n' });
    const { code, out } = changebook(['check'], folder);
    assert.match(out, /^No record was found, .*1 file looked at/);
    assert.equal(code, 0);
    for (const named of ['README.md', '-'])
      assert.equal(changebook(['check', named], folder, { input: '# Read me\n' }).code, 2, named);
    writeFileSync(path.join(folder, 'notes.md'), '---\nTitle: x\nType: Change\n---\n');
    writeFileSync(path.join(folder, 'post.md'), '---\ntype: post\n---\n');
    assert.deepEqual(lines(checkJson([], folder)), ['notes.md:1:1 warning config/invalid']);
    rmSync(path.join(folder, 'notes.md'));
    // Those of a workspace inside are its own.
    mkdirSync(path.join(folder, 'inner/.changebook'), { recursive: true });
    writeFileSync(path.join(folder, 'inner/CHG-9.md'), ticket('CHG-9'));
    assert.deepEqual(lines(checkJson([], folder)), []);
    rmSync(path.join(folder, 'inner'), { recursive: true });
    writeFileSync(path.join(folder, 'CHG-1.markdown'), ticket('CHG-1'));
    writeFileSync(path.join(folder, 'TKT-1.md'), ticket('TKT-1'));
    mkdirSync(path.join(folder, '.changebook'));
    writeFileSync(path.join(folder, '.changebook/config.yaml'), 'records: [t/*.md]\n');
    const found = ['CHG-1.markdown:1:1 warning config/invalid', 'TKT-1.md:1:1 warning config/invalid'];
    assert.deepEqual(lines(checkJson([], folder)), found);
    assert.deepEqual(lines(checkJson([], folder)), found, 'again');
  });

  it('reports a file that was saved as UTF-16, with a byte order mark and without', () => {
    const text = Buffer.from(ticket('TKT-1'), 'utf16le');
    const folder = folderOf({});
    writeFileSync(path.join(folder, 'le.md'), Buffer.concat([Buffer.from([0xff, 0xfe]), text]));
    writeFileSync(path.join(folder, 'be.md'), Buffer.concat([Buffer.from([0xff, 0xfe]), text]).swap16());
    writeFileSync(path.join(folder, 'plain.md'), text);
    assert.deepEqual(
      lines(checkJson([], folder)).filter((line) => !line.includes('format/id')),
      ['be', 'le', 'plain'].map((name) => `${name}.md:1:1 error format/front-matter`),
    );
    const { out } = changebook(['check', 'le.md'], folder);
    assert.match(out, /le\.md:1:1 {2}error {2}The file is UTF-16[^\n]*\n {2}1 \| ---\n {4}\| \^\n/);
  });

  it('says of bytes that are no text nothing but that', () => {
    const folder = folderOf({});
    writeFileSync(path.join(folder, 'CHG-1.md'), Buffer.from([0x1f, 0x8b, 0, 0xff, 0]));
    assert.deepEqual(lines(checkJson([], folder)), ['CHG-1.md:1:2 error format/front-matter']);
  });
});
