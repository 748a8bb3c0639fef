import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { knownIdentity, recordIdentity } from '../../../../src/core/diff/droppedRecords';
import { RecordReader } from '../../../../src/core/rules/recordReader';
import { randomRecord } from '../../support/randomRecord';
import { ruleFixtures } from '../../support/ruleFixture';

/** What a record that was read already is known as, beside what its text says. */
function both(file: string, text: string, reader: RecordReader) {
  const entry = reader.read(file, text);
  const known = entry && knownIdentity(entry);
  return known && { known, read: recordIdentity(file, { text, options: {} }, reader) };
}

describe('What identifies a record that was read already', () => {
  it('is what its text says, in fixtures', () => {
    const reader = new RecordReader([]);
    // All of them take seconds, and say no more.
    const texts = ruleFixtures().flatMap(({ files }, at) => (at % 12 === 0 ? [...files] : []));
    let count = 0;
    for (const [file, { text }] of texts) {
      const found = file.endsWith('.md') ? both(file, text, reader) : undefined;
      if (!found) continue;
      assert.deepEqual(found.known, found.read, file);
      count++;
    }
    assert.ok(count > 25, `${count} are known`);
  });

  it('is what its text says, in any record', () => {
    const reader = new RecordReader([{ file: '.changebook/config.yaml', text: 'records: ["a/**"]\n' }]);
    fc.assert(
      fc.property(randomRecord, fc.constantFrom('', '\uFEFF', '\n', 'text\n'), ({ text }, before) => {
        for (const file of ['a/CHG-1.md', 'b/CHG-1.md']) {
          const found = both(file, before + text, reader);
          if (found) assert.deepEqual(found.known, found.read);
        }
      }),
    );
  });

  it('is asked of its text where it is a record by its name, or a draft by its approvals', () => {
    const known = (text: string) => both('CHG-2026-0001.md', text, new RecordReader([]))?.known;
    assert.equal(known('---\nid: CHG-2026-0001\n---\n'), undefined);
    assert.equal(known('---\ntype: change\nid: CHG-2026-0001\n---\n'), undefined);
    assert.equal(known('note\n---\ntype: change\nstatus: releasing\n---\n'), undefined);
    assert.equal(known('---\ntype: change\nid: CHG-2026-0001\nstatus: releasing\n---\n')?.stage, 'open');
  });
});
