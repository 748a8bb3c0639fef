import { fstatSync } from 'node:fs';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { IndexKeys } from '../../core/index/indexKeys';
import { bytesAt, checksum, withFile } from './keptFile';

/** What came of reading some files, packed: it goes between threads and into packs as it is. */
export interface PackedRecords {
  /** The stored forms, one after the other. */
  readonly bytes: Uint8Array;
  readonly rows: PackRows;
}

/** Of each file, in the order of their stored forms. */
export interface PackRows {
  readonly files: readonly string[];
  /** The ids of their contents. */
  readonly ids: readonly string[];
  /** How long its stored form is; 0 where it holds no record. */
  readonly lengths: readonly number[];
  readonly sums: readonly number[];
  /** What its record is found by. */
  readonly keys: readonly (IndexKeys | null)[];
  /** The rows whose records ask git for names, and those that ask for what commits say. */
  readonly askNames: readonly number[];
  readonly askHistory: readonly number[];
}

/** A place that bytes are read from. */
interface PackBytes {
  at(start: number, length: number): Uint8Array;
}

/** Behind everything in a pack stand length and checksum of its rows, in so many bytes. */
const footLength = 32;

/** Bytes that are read at once: whoever asks for one record of many mostly asks for the next one, too. */
const windowLength = 128 * 1024;

/** Records as they were read from contents: a file of the cache that is written once, or the same in memory. */
export class Pack {
  private readonly starts: Float64Array;
  private readonly askNames: ReadonlySet<number>;
  private readonly askHistory: ReadonlySet<number>;

  private constructor(
    private readonly bytes: PackBytes,
    readonly rows: PackRows,
    /** How long all stored forms are. */
    readonly length: number,
    readonly path: string | undefined,
  ) {
    this.askNames = new Set(rows.askNames);
    this.askHistory = new Set(rows.askHistory);
    this.starts = new Float64Array(rows.files.length);
    let at = 0;
    for (const [row, length] of rows.lengths.entries()) {
      this.starts[row] = at;
      at += length;
    }
  }

  /** Opens a file of the cache; undefined where it cannot be read, is damaged or is one of another group. */
  static open(path: string, group: string): Pack | undefined {
    return withFile(path, (file) => {
      const end = fstatSync(file).size - footLength;
      const foot = bytesAt(file, end, footLength).toString('latin1');
      const [length = 0, sum] = foot.trim().split(' ').map(Number);
      const rows = bytesAt(file, end - length, length);
      if (rows.length !== length || length === 0 || checksum(group, rows) !== sum) return undefined;
      return Pack.written(path, JSON.parse(rows.toString('utf8')) as PackRows);
    });
  }

  /** One that was just written, by what was written. */
  static written(path: string, rows: PackRows): Pack {
    return new Pack(new FileWindow(path), rows, lengthOf(rows), path);
  }

  /** The same in memory, where nothing can be kept. */
  static inMemory(all: readonly PackedRecords[]): Pack {
    const bytes = Buffer.concat(all.map((packed) => packed.bytes));
    const at = (start: number, length: number): Uint8Array => bytes.subarray(start, start + length);
    return new Pack({ at }, joinedRows(all.map(({ rows }) => rows)), bytes.length, undefined);
  }

  /** The stored form of a row; undefined where it is damaged or cannot be read. */
  storedForm(row: number): Uint8Array | undefined {
    const { files, ids, lengths, sums } = this.rows;
    const length = lengths[row] ?? 0;
    const bytes = this.bytes.at(this.starts[row] ?? 0, length);
    const isWhole = bytes.length === length && entrySum(files[row], ids[row], bytes) === sums[row];
    return isWhole ? bytes : undefined;
  }

  /** The record of a row. */
  entry(row: number): IndexEntry | undefined {
    const bytes = this.storedForm(row);
    return bytes && (JSON.parse(textOf(bytes)) as IndexEntry);
  }

  /** What the record of a row asks git for. */
  asks(row: number): { readonly names: boolean; readonly history: boolean } {
    return { names: this.askNames.has(row), history: this.askHistory.has(row) };
  }

  /** All of it that is not damaged, to be written again. */
  whole(): PackedRecords {
    const { files, ids, sums, keys } = this.rows;
    const forms = files.map((_, row) => this.storedForm(row));
    const left = [...forms.keys()].filter((row) => forms[row] !== undefined);
    const bytes = Buffer.concat(left.map((row) => Buffer.from(forms[row] ?? [])));
    return {
      bytes,
      rows: {
        files: left.map((row) => files[row] ?? ''),
        ids: left.map((row) => ids[row] ?? ''),
        lengths: left.map((row) => forms[row]?.length ?? 0),
        sums: left.map((row) => sums[row] ?? 0),
        keys: left.map((row) => keys[row] ?? null),
        askNames: [...left.keys()].filter((at) => this.askNames.has(left[at] ?? -1)),
        askHistory: [...left.keys()].filter((at) => this.askHistory.has(left[at] ?? -1)),
      },
    };
  }
}

/** How long all stored forms are together. */
export function lengthOf({ lengths }: PackRows): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** The checksum of a stored form, with what it is kept for. */
export function entrySum(file = '', id = '', bytes: Uint8Array): number {
  return checksum(`${id} ${file}`, bytes);
}

/** What stands behind the stored forms in a file. */
export function packEnd(rows: PackRows, group: string): Buffer {
  const text = Buffer.from(JSON.stringify(rows));
  const foot = `${text.length} ${checksum(group, text)}`.padStart(footLength);
  return Buffer.concat([text, Buffer.from(foot, 'latin1')]);
}

/** The rows of several, one after the other. */
export function joinedRows(all: readonly PackRows[]): PackRows {
  const [askNames, askHistory]: [number[], number[]] = [[], []];
  let before = 0;
  for (const rows of all) {
    for (const row of rows.askNames) askNames.push(before + row);
    for (const row of rows.askHistory) askHistory.push(before + row);
    before += rows.files.length;
  }
  return {
    files: all.flatMap(({ files }) => files),
    ids: all.flatMap(({ ids }) => ids),
    lengths: all.flatMap(({ lengths }) => lengths),
    sums: all.flatMap(({ sums }) => sums),
    keys: all.flatMap(({ keys }) => keys),
    ...{ askNames, askHistory },
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** A file, read window by window. It is open only meanwhile: it may be taken away at any time. */
class FileWindow implements PackBytes {
  private start = 0;
  private window: Buffer = Buffer.alloc(0);

  constructor(private readonly path: string) {}

  at(start: number, length: number): Uint8Array {
    if (start < this.start || start + length > this.start + this.window.length) {
      const wanted = Math.max(length, windowLength);
      this.window = withFile(this.path, (file) => bytesAt(file, start, wanted)) ?? Buffer.alloc(0);
      this.start = start;
    }
    return this.window.subarray(start - this.start, start - this.start + length);
  }
}
