import { crc32 } from 'node:zlib';
import type { ConfigText } from '../core/config/configFiles';
import type { IndexKeys } from '../core/index/indexKeys';
import { CacheFile } from './cacheFile';
import { KeyColumns, storedColumns } from './keyColumns';
import type { FileStamp, FoundFile } from './walk';

/** What is kept of a file. */
export interface CachedFile {
  readonly stamp: FileStamp;
  /** What its record is found by; undefined where it holds none. */
  readonly keys: IndexKeys | undefined;
  /**
   * The stored form of its record; undefined where it cannot be read, or is not what was written. Of ten thousand most
   * are never asked for theirs, so it stays in the cache's file until then.
   */
  bytes(): Buffer | undefined;
}

/** What was found in a workspace the last time, by file: only what one build made of one configuration. */
export class ScanCache {
  private constructor(
    private readonly cache: CacheFile | undefined,
    private readonly hash: string,
    private readonly stored: StoredFiles | undefined,
  ) {}

  /**
   * Opens the cache of a workspace; an empty one where there is none, or none that can be read.
   *
   * @param few whether few records will be asked for: each is then read by itself
   */
  static open(root: string, texts: readonly ConfigText[], few: boolean): ScanCache {
    const cache = CacheFile.of(root, 'scan');
    const hash = cache?.keyOf(JSON.stringify(texts)) ?? '';
    return new ScanCache(cache, hash, cache && readStored(cache, hash, few));
  }

  /** What is known of those files that are in the very state in which they were read. */
  unchanged(files: readonly FoundFile[]): StoredFiles | undefined {
    this.stored?.compare(files);
    return this.stored;
  }

  /** Keeps the new state: what is known of each file. */
  save(files: Iterable<readonly [file: string, known: CachedFile]>): void {
    this.stored?.readAll();
    this.cache?.write(storedBytes(this.hash, files));
  }
}

/** What a cache is read from. */
type BytesOfCache = Pick<CacheFile, 'read' | 'readPart'>;

/** Of each file, in the order of their records: name, state, length of its record and checksum of that. */
interface FileColumns {
  readonly files: readonly string[];
  readonly stamps: readonly FileStamp[];
  readonly lengths: readonly number[];
  readonly sums: readonly number[];
}

/**
 * A line with what it was made of, and length and checksum of the two texts that follow: the files, what their records
 * are found by, and then the records, one after the other. A file that was cut short or meddled with is as
 * good as none.
 */
export function storedBytes(
  hash: string,
  files: Iterable<readonly [file: string, known: CachedFile]>,
): Buffer {
  const records: Buffer[] = [];
  const columns = {
    files: [] as string[],
    stamps: [] as string[],
    lengths: [] as number[],
    sums: [] as number[],
  };
  const keys: (IndexKeys | undefined)[] = [];
  for (const [file, cached] of files) {
    const record = cached.bytes();
    // What the old cache no longer gives is read again the next time.
    if (!record) continue;
    records.push(record);
    keys.push(cached.keys);
    columns.files.push(file);
    columns.stamps.push(cached.stamp);
    columns.lengths.push(record.length);
    columns.sums.push(crc32(record));
  }
  const parts = [JSON.stringify(columns satisfies FileColumns), storedColumns(keys)].map((part) =>
    Buffer.from(part),
  );
  const head = [hash, ...parts.flatMap((part) => [part.length, crc32(part)])].join(' ');
  return Buffer.concat([Buffer.from(`${head}\n`), ...parts, ...records]);
}

/** No first line is longer. */
const longestHead = 200;

/**
 * What `storedBytes` wrote; undefined where that was made of something else, or is damaged.
 *
 * @param few whether few records will be asked for: each is then read by itself
 */
export function readStored(cache: BytesOfCache, hash: string, few: boolean): StoredFiles | undefined {
  const all = few ? undefined : cache.read();
  const bytes = (start: number, length: number): Buffer | undefined =>
    all ? all.subarray(start, start + length) : cache.readPart(start, length);
  const start = bytes(0, longestHead)?.toString('latin1') ?? '';
  const end = start.indexOf('\n');
  const [written, ...numbers] = start.slice(0, Math.max(0, end)).split(' ');
  const [length = 0, sum, keyLength = 0, keySum] = numbers.map(Number);
  if (written !== hash) return undefined;
  const head = bytes(end + 1, length + keyLength);
  const files = head?.subarray(0, length);
  const keys = head?.subarray(length);
  if (!head || !files || !keys || crc32(files) !== sum || crc32(keys) !== keySum) return undefined;
  const columns = new KeyColumns(keys.toString('utf8'));
  const first = end + 1 + head.length;
  return new StoredFiles(cache, JSON.parse(files.toString('utf8')) as FileColumns, columns, first, all);
}

/** The files that a cache holds, of which those count that are as they were. */
export class StoredFiles {
  private readonly rows = new Map<string, number>();
  private readonly starts: Float64Array;
  /** 1 for each file that is as it was. */
  private readonly same: Uint8Array;
  /** Whether all records were in memory from the beginning, and are looked at for damage before any of them is taken. */
  private readonly checked: boolean;

  /**
   * @param first where the first record begins
   * @param all the whole file, where it is in memory
   */
  constructor(
    private readonly cache: BytesOfCache,
    private readonly columns: FileColumns,
    readonly keys: KeyColumns,
    first: number,
    private all: Buffer | undefined,
  ) {
    const count = columns.files.length;
    this.starts = new Float64Array(count);
    this.same = new Uint8Array(count);
    this.checked = all !== undefined;
    let at = first;
    for (let row = 0; row < count; row++) {
      this.rows.set(this.file(row), row);
      this.starts[row] = at;
      at += columns.lengths[row] ?? 0;
    }
  }

  /** Looks which files are as they were. */
  compare(files: readonly FoundFile[]): void {
    this.same.fill(0);
    for (const { file, stamp } of files) {
      const row = this.rows.get(file);
      if (row === undefined || this.columns.stamps[row] !== stamp) continue;
      // What is damaged is as good as changed, where that can be told at once.
      if (!this.checked || this.isWhole(row)) this.same[row] = 1;
    }
  }

  /** The place of a file that is as it was; nothing for another. */
  row(file: string): number | undefined {
    const row = this.rows.get(file);
    return row !== undefined && this.same[row] === 1 ? row : undefined;
  }

  file(row: number): string {
    return this.columns.files[row] ?? '';
  }

  /** The names of those files, of some, that are as they were. */
  *named(rows: Iterable<number>): Iterable<string> {
    for (const row of rows) if (this.same[row] === 1) yield this.file(row);
  }

  /** What is known of a file that is as it was. */
  get(file: string): CachedFile | undefined {
    const row = this.row(file);
    if (row === undefined) return undefined;
    const stamp = this.columns.stamps[row] ?? '';
    return { stamp, keys: this.keys.keys(row), bytes: () => this.record(row) };
  }

  /** Reads everything at once, for those who need all of it. */
  readAll(): void {
    this.all ??= this.cache.read();
  }

  private record(row: number): Buffer | undefined {
    const bytes = this.bytes(row);
    return this.checked || this.isWhole(row, bytes) ? bytes : undefined;
  }

  private isWhole(row: number, bytes = this.bytes(row)): boolean {
    return bytes !== undefined && crc32(bytes) === this.columns.sums[row];
  }

  private bytes(row: number): Buffer | undefined {
    const [start = 0, length = 0] = [this.starts[row], this.columns.lengths[row]];
    return this.all?.subarray(start, start + length) ?? this.cache.readPart(start, length);
  }
}
