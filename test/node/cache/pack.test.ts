import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Pack } from '../../../src/node/cache/pack';
import { PackWriter } from '../../../src/node/cache/packWriter';
import { packed } from '../../unit/support/keptRecords';
import { entryOf } from '../../unit/support/memoryWorkspace';

const text = (id: string): string => `---\nid: ${id}\ntype: ticket\nrelated: [TKT-2]\n---\n# ñandú\n`;
const names = ['a.md', 'ñ/b c.md', 'no record.md', 'line\nbreak.md', 'z.md'];
const files = names.map((file, at) => {
  const entry = file === 'no record.md' ? undefined : entryOf(file, text(`TKT-${at}`));
  return { file, id: `content ${at}`, ...(entry ? { entry, delivery: deliveryOf(at) } : {}) };
});
/** What a row says of its delivery; the second row has nothing to say. */
function deliveryOf(at: number): string {
  return at === 1 ? '' : `{"title":"ñandú ${at}${'.'.repeat(500)}"}`;
}

const group = 'program and configuration';

/** What each row gives: its file, its content, what it is found by and its record. */
function contentOf(pack: Pack): unknown[] {
  const { files: found, ids } = pack.rows;
  return found.map((file, row) => [
    file,
    ids[row],
    pack.keys(row)?.id,
    pack.keys(row) ? pack.entry(row)?.summary.id : '',
    pack.deliveryText(row),
  ]);
}

function written(folder: string): Pack {
  const writer = new PackWriter(folder, group);
  writer.add(packed(files.slice(0, 2)));
  writer.add(packed(files.slice(2)));
  return writer.finish();
}

describe('A pack of records', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-pack-'));
  const wanted = files.map(({ file, id, entry, delivery = '' }) => {
    const found = entry?.summary.id;
    return [file, id, found, found ?? '', delivery];
  });

  it('gives back what was put into it, read from its file or from memory', () => {
    const pack = written(folder);
    assert.deepEqual(contentOf(pack), wanted);
    assert.deepEqual(contentOf(Pack.open(pack.path ?? '', group) ?? assert.fail()), wanted);
    assert.deepEqual(contentOf(Pack.inMemory([...pack.pieces()])), wanted);
    assert.deepEqual(contentOf(new PackWriter(undefined, group).finish()), []);
  });

  it('is none where it was made by another program or configuration', () => {
    assert.equal(Pack.open(written(folder).path ?? '', 'another'), undefined);
  });

  it('stays in memory where its folder cannot be written', () => {
    const pack = written(path.join(folder, 'no\0folder'));
    assert.equal(pack.path, undefined);
    assert.deepEqual(contentOf(pack), wanted);
  });

  it('gives nothing that was not put into it, wherever it is damaged', () => {
    const bytes = readFileSync(written(folder).path ?? '');
    const file = path.join(folder, 'damaged.pack');
    let [refused, lost, lostDelivery] = [0, 0, 0];
    const damage = fc.record({
      place: fc.nat(bytes.length - 1),
      cut: fc.boolean(),
      bit: fc.nat(7),
    });
    fc.assert(
      fc.property(damage, ({ place, cut, bit }) => {
        const damaged = Buffer.from(cut ? bytes.subarray(0, place) : bytes);
        if (!cut) damaged[place] = (damaged[place] ?? 0) ^ (1 << bit);
        writeFileSync(file, damaged);
        const pack = Pack.open(file, group);
        if (!pack) refused++;
        for (const [row, content] of (pack ? contentOf(pack) : []).entries()) {
          const [name, id, key, record, delivery] = content as unknown[];
          assert.deepEqual([name, id, key], (wanted[row] as unknown[]).slice(0, 3));
          if (record === undefined) lost++;
          else assert.equal(record, (wanted[row] as unknown[])[3]);
          if (delivery === undefined) lostDelivery++;
          else assert.equal(delivery, (wanted[row] as unknown[])[4]);
        }
      }),
      { numRuns: 500, seed: 20261130 },
    );
    assert.ok(refused > 100 && lost > 50, `${refused} refused, ${lost} lost`);
    assert.ok(lostDelivery > 0, 'none lost what it says of its delivery');
  });
});
