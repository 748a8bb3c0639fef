import type { IndexEntry } from '../../../src/core/index/indexEntry';
import { keysOf } from '../../../src/core/index/indexKeys';
import type { KeptRecords } from '../../../src/core/index/keyStore';
import { Pack } from '../../../src/node/cache/pack';
import { entrySum, type PackedRecords } from '../../../src/node/cache/packRows';
import { RecordPacks } from '../../../src/node/cache/recordPacks';
import { ReadRecords } from '../../../src/node/readRecords';

/** Records as they are packed; an entry of undefined is a file without one. */
export function packed(
  files: readonly {
    readonly file: string;
    readonly id: string;
    readonly entry?: IndexEntry;
    readonly delivery?: string;
  }[],
): PackedRecords {
  const forms = files.map(({ entry }) => Buffer.from(entry ? JSON.stringify(entry) : ''));
  return {
    bytes: Buffer.concat(forms),
    delivery: Buffer.from(files.map(({ delivery }) => `${delivery ?? ''}\n`).join('')),
    rows: {
      files: files.map(({ file }) => file),
      ids: files.map(({ id }) => id),
      lengths: forms.map(({ length }) => length),
      sums: files.map(({ file, id }, row) => entrySum(file, id, forms[row] ?? Buffer.alloc(0))),
      keys: files.map(({ entry }) => (entry ? JSON.stringify(keysOf(entry.summary)) : '')),
      askNames: [],
      askHistory: [],
    },
  };
}

/** Records as a cache gives them back. */
export function keptRecords(entries: readonly IndexEntry[]): KeptRecords {
  const packs = new RecordPacks(undefined, [
    Pack.inMemory([packed(entries.map((entry) => ({ file: entry.file, id: 'same', entry })))]),
  ]);
  const known = entries.map(({ file }) => {
    const found = packs.find(file, 'same');
    if (!found || found === 'none') throw new Error(`${file} has no keys`);
    return [file, found] as const;
  });
  return new ReadRecords(packs, new Map(known), (file) => {
    throw new Error(`${file} is damaged`);
  });
}
