import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pruneCache, putFile } from '../../../src/node/cache/cacheFolder';
import { checksum, isWholeKept } from '../../../src/node/cache/keptFile';
import { PackWriter } from '../../../src/node/cache/packWriter';
import { verifyCache } from '../../../src/node/cache/verifyCache';
import { packed } from '../../unit/support/keptRecords';
import { entryOf } from '../../unit/support/memoryWorkspace';

const record = '---\nid: TKT-1\ntype: ticket\n---\n# One\n';

describe('Looking after the cache', () => {
  const before = process.env.CHANGEBOOK_CACHE_DIR;
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'changebook-looked-after-'));
    process.env.CHANGEBOOK_CACHE_DIR = folder;
  });

  afterEach(() => {
    if (before === undefined) delete process.env.CHANGEBOOK_CACHE_DIR;
    else process.env.CHANGEBOOK_CACHE_DIR = before;
    rmSync(folder, { recursive: true });
  });

  /** A file as `KeptFile` writes it, which does so only in a build. */
  function kept(name: string): string {
    const part = Buffer.from('{"a":1}');
    const place = path.join(folder, name);
    putFile(place, Buffer.from(`key ${part.length}:${checksum('key', part)}\n${part}`));
    return place;
  }

  it('removes what was used longest ago until the rest fits', () => {
    const names = ['b', 'a', 'c'].map((first) => `${first.repeat(32)}.folder`);
    const [oldest = '', inside = ''] = [names[0], `group/${names[1]}`];
    const own = path.join(folder, 'notes.md');
    putFile(own, Buffer.alloc(100));
    for (const [at, name] of [oldest, inside, names[2] ?? ''].entries()) {
      putFile(path.join(folder, name), Buffer.alloc(100));
      utimesSync(path.join(folder, name), at + 1, at + 1);
    }
    assert.deepEqual(pruneCache(300), { removed: 0, bytes: 300 });
    assert.deepEqual(pruneCache(250), { removed: 1, bytes: 200 });
    assert.ok(!existsSync(path.join(folder, oldest)) && existsSync(path.join(folder, inside)));
    assert.deepEqual(pruneCache(0), { removed: 2, bytes: 0 });
    assert.ok(existsSync(own), 'a file that is none of the cache');
  });

  it('tells what is whole from what is damaged, and from what another program wrote', () => {
    const writer = new PackWriter(path.join(folder, 'group'), 'group');
    const file = 'TKT-1.md';
    writer.add(packed([{ file, id: 'content', entry: entryOf(file, record) ?? assert.fail() }]));
    const pack = writer.finish().path ?? assert.fail();
    const verdict = kept('group/x.verdict');
    kept('y.folder');
    putFile(path.join(folder, 'old.bin'), Buffer.from('x'));
    const foreign = [path.join(folder, 'old.bin')];
    assert.deepEqual(verifyCache(), { packs: 1, verdicts: 1, others: 1, damaged: [], foreign });
    for (const place of [pack, verdict]) {
      const bytes = readFileSync(place);
      for (const [at, byte] of bytes.entries()) {
        bytes[at] = byte ^ 1;
        writeFileSync(place, bytes);
        // Only spaces before the length of a pack's rows say nothing.
        if (byte !== 0x20) assert.deepEqual(verifyCache().damaged, [place], `${at}`);
        bytes[at] = byte;
      }
      writeFileSync(place, bytes.subarray(0, -1));
      assert.deepEqual(verifyCache().damaged, [place]);
      writeFileSync(place, bytes);
    }
    assert.ok(!isWholeKept(Buffer.alloc(0)));
  });
});
