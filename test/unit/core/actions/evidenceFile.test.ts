import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { evidenceFileLine, evidencePlace, readEvidenceLine } from '../../../../src/core/actions/evidenceFile';
import { anyText } from '../../support/anyText';

const sha256 = '0123456789abcdef'.repeat(4);

describe('Where a file of evidence goes', () => {
  it('is a folder of the record, and a name with the beginning of its digest', () => {
    for (const [record, name, place] of [
      ['CHG-2026-0042', 'restore.log', 'evidence/CHG-2026-0042/restore-012345.log'],
      ['changes/without-id.md', 'a b/c.tar.gz', 'evidence/changes-without-id-add12f/a-b-c.tar-012345.gz'],
      ['../../.ssh', '..', 'evidence/ssh-207287/file-012345'],
      ['', '.gitattributes', 'evidence/record-e3b0c4/gitattributes-012345'],
      ['CHG-1', 'n\u0303.png', 'evidence/CHG-1/\u00f1-012345.png'],
    ])
      assert.equal(evidencePlace(record ?? '', name ?? '', sha256), place);
  });

  it('is a folder of this record alone', () => {
    const records = ['CHG-1 2', 'CHG-1-2', 'changes/a b/c.md', 'changes/a-b-c.md', 'changes-a-b-c'];
    const places = records.map((record) => evidencePlace(record, 'restore.log', sha256));
    assert.equal(new Set(places).size, records.length, places.join(' '));
  });

  it('is read again from the line of a commit, whatever the file is called', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (record, name) => {
        const file = evidencePlace(record, name, sha256);
        assert.deepEqual(readEvidenceLine(evidenceFileLine({ file, sha256 })), { file, sha256 });
        assert.ok(file.length < 260);
      }),
    );
  });

  it('is nowhere else, whatever a line says', () => {
    for (const file of [
      'evidence/../x/y',
      'evidence/a/..',
      '/evidence/a/b',
      'a/evidence/b/c',
      'evidence/a',
      'evidence/a/b/c',
    ])
      assert.equal(readEvidenceLine(`${file} sha256:${sha256}`), undefined, file);
    assert.equal(readEvidenceLine('evidence/a/b sha256:0123'), undefined);
  });
});
