import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { StoredFiles } from '../../src/node/scanCache';
import { storedFiles } from '../unit/support/keptRecords';
import { entryOf } from '../unit/support/memoryWorkspace';

const text = (id: string): string => `---\nid: ${id}\ntype: ticket\nrelated: [TKT-2]\n---\n# ñandú\n`;
const names = ['a.md', 'ñ/b c.md', 'no record.md', 'line\nbreak.md', 'z.md'];
const files = names.map((file, at) => {
  const stored = file === 'no record.md' ? undefined : JSON.stringify(entryOf(file, text(`TKT-${at}`)));
  return { file, stamp: `state ${at}`, ...(stored === undefined ? {} : { stored }) };
});
const found = files.map(({ file, stamp }) => ({ file, stamp }));

/** What each file gives: its stamp, its id, and its stored form. */
function contentOf(stored: StoredFiles): unknown[] {
  return names.map((file) => {
    const known = stored.get(file);
    return known && [known.stamp, known.keys?.id, known.bytes()?.toString('utf8')];
  });
}

describe('The cache of a scan', () => {
  for (const few of [true, false]) {
    it(`gives back what it was given, ${few ? 'each record by itself' : 'all at once'}`, () => {
      const stored = storedFiles(files, few) ?? assert.fail();
      stored.compare(found);
      const wanted = files.map(({ stamp, stored: text = '' }, at) => [
        stamp,
        text === '' ? undefined : `TKT-${at}`,
        text,
      ]);
      assert.deepEqual(contentOf(stored), wanted);
    });

    it(`says nothing of a file that changed, came or went, ${few ? 'few' : 'all'}`, () => {
      const stored = storedFiles(files, few) ?? assert.fail();
      assert.equal(stored.get('a.md'), undefined);
      stored.compare([{ file: 'a.md', stamp: 'other' }, { file: 'new.md', stamp: '' }, ...found.slice(4)]);
      assert.deepEqual(
        names.filter((file) => stored.get(file)),
        ['z.md'],
      );
      assert.deepEqual(
        [...stored.named(stored.keys.having('id', (id) => id === 'TKT-0' || id === 'TKT-4'))],
        ['z.md'],
      );
      assert.deepEqual([...stored.named(stored.keys.naming('TKT-2'))], ['z.md']);
    });

    it(`gives nothing that was not written, wherever it is damaged, ${few ? 'few' : 'all'}`, () => {
      const whole = storedFiles(files, few) ?? assert.fail();
      whole.compare(found);
      const wanted = contentOf(whole);
      let refused = 0;
      const damage = fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.boolean(),
        byte: fc.nat(255),
      });
      fc.assert(
        fc.property(damage, ({ at, cut, byte }) => {
          const stored = storedFiles(files, few, (bytes) => {
            const place = Math.floor(at * (bytes.length - 1));
            const damaged = Buffer.from(cut ? bytes.subarray(0, place) : bytes);
            if (!cut) damaged[place] = byte;
            return damaged;
          });
          stored?.compare(found);
          if (!stored) refused++;
          for (const [row, content] of (stored ? contentOf(stored) : []).entries()) {
            // Where all is in memory a damaged record counts as a changed one.
            if (content === undefined && !few) continue;
            const [stamp, id, record] = content as unknown[];
            const [, , before] = wanted[row] as unknown[];
            if (record !== before) assert.equal(record, undefined);
            assert.deepEqual([stamp, id], (wanted[row] as unknown[]).slice(0, 2));
          }
        }),
        { numRuns: 500, seed: 20261121 },
      );
      assert.ok(refused > 100, `${refused}`);
    });
  }
});
