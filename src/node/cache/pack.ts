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

/** So many records are written again at once: more of them would be in memory together. */
const piece = 500;

/** Bytes that are read at once: whoever asks for one record of many mostly asks for the next one, too. */
const windowLength = 32 * 1024;

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
      const lines = bytesAt(file, end - length, length);
      if (lines.length !== length || length === 0 || checksum(group, lines) !== sum) return undefined;
      return Pack.written(path, joinedRows([...rowsOnLines(lines)]));
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

  /** All of it that is not damaged, to be written again, piece by piece. */
  *pieces(): Iterable<PackedRecords> {
    for (let from = 0; from < this.rows.files.length; from += piece) yield this.undamaged(from, from + piece);
  }

  private undamaged(from: number, to: number): PackedRecords {
    const { files, ids, sums, keys } = this.rows;
    const forms = files.slice(from, to).map((_, at) => copied(this.storedForm(from + at)));
    const left = forms.flatMap((form, at) => (form ? [from + at] : []));
    return {
      bytes: Buffer.concat(forms.flatMap((form) => form ?? [])),
      rows: {
        files: left.map((row) => files[row] ?? ''),
        ids: left.map((row) => ids[row] ?? ''),
        lengths: left.map((row) => forms[row - from]?.length ?? 0),
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

/** What stands behind the stored forms in a file, piece by piece: rows line by line, as they came, and the foot. */
export function* packEnd(all: readonly PackRows[], group: string): Iterable<Buffer> {
  let length = 0;
  let sum: string | number = group;
  for (const rows of all) {
    const line = Buffer.from(`${JSON.stringify(rows)}\n`);
    length += line.length;
    sum = checksum(sum, line);
    yield line;
  }
  yield Buffer.from(`${length} ${sum}`.padStart(footLength), 'latin1');
}

function* rowsOnLines(lines: Buffer): Iterable<PackRows> {
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf('\n', from);
    yield JSON.parse(lines.toString('utf8', from, end)) as PackRows;
    from = end + 1;
  }
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

/** What is read from a window is there only until the next is read. */
function copied(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes && Buffer.from(bytes);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/**
 * A file, read window by window: what it gives holds until the next call. It is open only meanwhile, since it may be taken
 * away at any time.
 */
class FileWindow implements PackBytes {
  private start = 0;
  private window: Buffer = Buffer.alloc(0);
  /** Thousands of windows in buffers of their own would wait for the garbage collector. */
  private buffer: Buffer = Buffer.alloc(0);

  constructor(private readonly path: string) {}

  at(start: number, length: number): Uint8Array {
    if (start < this.start || start + length > this.start + this.window.length) {
      if (this.buffer.length < length) this.buffer = Buffer.allocUnsafe(Math.max(length, windowLength));
      this.window = withFile(this.path, (file) => bytesAt(file, start, this.buffer)) ?? Buffer.alloc(0);
      this.start = start;
    }
    return this.window.subarray(start - this.start, start - this.start + length);
  }
}
