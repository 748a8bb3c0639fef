import type { IndexEntry } from '../../../src/core/index/indexEntry';
import type { KeptRecords } from '../../../src/core/index/keyStore';
import { CacheRecords } from '../../../src/node/cacheRecords';
import { FreshFile } from '../../../src/node/freshFile';
import { readStored, type StoredFiles, storedBytes } from '../../../src/node/scanCache';

/** What a cache gives back of files, read from memory. */
export function storedFiles(
  files: readonly { readonly file: string; readonly stored?: string; readonly stamp?: string }[],
  few = true,
  damaged: (bytes: Buffer) => Buffer = (bytes) => bytes,
): StoredFiles | undefined {
  const known = files.map(
    ({ file, stored, stamp = 'same' }) => [file, new FreshFile(stamp, stored)] as const,
  );
  const bytes = damaged(storedBytes('hash', known));
  const source = {
    read: () => bytes,
    readPart: (start: number, length: number) => bytes.subarray(start, start + length),
  };
  return readStored(source, 'hash', few);
}

/** Records as a cache gives them back, none of them changed. */
export function keptRecords(entries: readonly IndexEntry[]): KeptRecords {
  const stored = storedFiles(entries.map((entry) => ({ file: entry.file, stored: JSON.stringify(entry) })));
  if (!stored) throw new Error('The cache cannot be read.');
  stored.compare(entries.map(({ file }) => ({ file, stamp: 'same' })));
  return new CacheRecords(stored, (_file, cached) => cached.bytes()?.toString('utf8') ?? '');
}
