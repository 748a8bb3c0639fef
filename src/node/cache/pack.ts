import { fstatSync } from 'node:fs';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { IndexKeys } from '../../core/index/indexKeys';
import { FileWindow } from './fileWindow';
import { bytesAt, checksum, withFile } from './keptFile';
import { PackColumn } from './packColumn';
import { PackLines } from './packLines';
import {
  deliverySum,
  entrySum,
  type PackedRecords,
  packEnd,
  type RowsRead,
  rowsIn,
  startsOf,
  sumOf,
} from './packRows';

/** A place that bytes are read from. */
interface PackBytes {
  at(start: number, length: number): Uint8Array;
}

/** Behind everything in a pack stand length and checksum of its rows, in so many bytes. */
const footLength = 32;

/** So many records are written again at once: more of them would be in memory together. */
const piece = 500;

/** Records as they were read from contents: a file of the cache that is written once, or the same in memory. */
export class Pack {
  readonly rows: RowsRead;
  /** How long all stored forms are. */
  readonly length: number;
  private readonly starts: Float64Array;
  private readonly keyStarts: Float64Array;
  /** What rows say of their delivery: read when somebody asks; undefined where it is damaged. */
  private delivery: { readonly lines: PackLines | undefined } | undefined;
  private readonly columns = new Map<string, PackColumn>();
  /** What was asked for of the keys: whoever asks for many asks for them again. */
  private readonly keysRead: (IndexKeys | undefined)[] = [];
  private readonly askNames: ReadonlySet<number>;
  private readonly askHistory: ReadonlySet<number>;
  /** By file its last row. */
  private readonly last = new Map<string, number>();
  /** Of rows whose file has another one before, with another content. */
  private readonly before = new Map<number, number>();

  private constructor(
    private readonly bytes: PackBytes,
    rows: Buffer,
    readonly path: string | undefined,
  ) {
    this.rows = rowsIn(rows);
    const { files, lengths, keyLengths, columnTexts, askNames, askHistory } = this.rows;
    this.askNames = new Set(askNames);
    this.askHistory = new Set(askHistory);
    this.length = sumOf(lengths);
    this.starts = startsOf(lengths);
    this.keyStarts = startsOf(keyLengths);
    for (const [column, text] of columnTexts) this.columns.set(column, new PackColumn(text));
    for (const [row, file] of files.entries()) {
      const earlier = this.last.get(file);
      if (earlier !== undefined) this.before.set(row, earlier);
      this.last.set(file, row);
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
      return Pack.written(path, rows);
    });
  }

  /** One that was just written, by its rows as they were written. */
  static written(path: string, rows: Buffer): Pack {
    return new Pack(new FileWindow(path), rows, path);
  }

  /** The same in memory, where nothing can be kept. */
  static inMemory(all: readonly PackedRecords[]): Pack {
    const { delivery, rows } = packEnd(all);
    const bytes = Buffer.concat([...all.map((packed) => packed.bytes), delivery]);
    const at = (start: number, length: number): Uint8Array => bytes.subarray(start, start + length);
    return new Pack({ at }, rows, undefined);
  }

  /** The row of what a content holds in the place of a file. */
  rowOf(file: string, id: string | undefined): number | undefined {
    let row = this.last.get(file);
    while (row !== undefined && this.rows.ids[row] !== id) row = this.before.get(row);
    return row;
  }

  holdsRecord(row: number): boolean {
    return (this.rows.keyLengths[row] ?? 0) > 0;
  }

  /** What the record of a row is found by; undefined where there is none. */
  keys(row: number): IndexKeys | undefined {
    if (!this.holdsRecord(row)) return undefined;
    this.keysRead[row] ??= JSON.parse(this.keyText(row)) as IndexKeys;
    return this.keysRead[row];
  }

  /** The rows that a part of the index finds under a name; behind each its stretch of time, where the part has such. */
  found(column: string, name: string): readonly number[] {
    return this.columns.get(column)?.of(name) ?? [];
  }

  /** All names under which it finds rows. */
  names(column: string): Iterable<string> {
    return this.columns.get(column)?.names() ?? [];
  }

  /** What the record of a row asks git for. */
  asks(row: number): { readonly names: boolean; readonly history: boolean } {
    return { names: this.askNames.has(row), history: this.askHistory.has(row) };
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

  /** What the change of a row says of its delivery, in JSON; empty of another record, undefined where it is damaged. */
  deliveryText(row: number): string | undefined {
    this.delivery ??= { lines: this.deliveryLines() };
    return this.delivery.lines?.at(row);
  }

  private deliveryLines(): PackLines | undefined {
    const [length, sum] = this.rows.delivery;
    // Through a window of its own, or the one of the records would stay that large.
    const source = this.path === undefined ? this.bytes : new FileWindow(this.path);
    const bytes = source.at(this.length, length);
    return bytes.length === length && deliverySum(bytes) === sum ? new PackLines(bytes) : undefined;
  }

  /** All of it that is not damaged, to be written again, piece by piece. */
  *pieces(): Iterable<PackedRecords> {
    for (let from = 0; from < this.rows.files.length; from += piece) yield this.undamaged(from, from + piece);
  }

  private undamaged(from: number, to: number): PackedRecords {
    const { files, ids, sums } = this.rows;
    const forms = files.slice(from, to).map((_, at) => copied(this.storedForm(from + at)));
    const isWhole = (row: number): boolean => this.deliveryText(row) !== undefined;
    const left = forms.flatMap((form, at) => (form && isWhole(from + at) ? [from + at] : []));
    const placesOf = (asking: ReadonlySet<number>): number[] =>
      [...left.keys()].filter((at) => asking.has(left[at] ?? -1));
    return {
      bytes: Buffer.concat(left.flatMap((row) => forms[row - from] ?? [])),
      delivery: Buffer.from(left.map((row) => `${this.deliveryText(row)}\n`).join('')),
      rows: {
        files: left.map((row) => files[row] ?? ''),
        ids: left.map((row) => ids[row] ?? ''),
        lengths: left.map((row) => forms[row - from]?.length ?? 0),
        sums: left.map((row) => sums[row] ?? 0),
        keys: left.map((row) => this.keyText(row)),
        askNames: placesOf(this.askNames),
        askHistory: placesOf(this.askHistory),
      },
    };
  }

  private keyText(row: number): string {
    const start = this.keyStarts[row] ?? 0;
    return this.rows.keys.toString('utf8', start, start + (this.rows.keyLengths[row] ?? 0));
  }
}

/** What stands behind the rows in a file. */
export function packFoot(rows: Buffer, group: string): Buffer {
  return Buffer.from(`${rows.length} ${checksum(group, rows)}`.padStart(footLength), 'latin1');
}

/** What is read from a window is there only until the next is read. */
function copied(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes && Buffer.from(bytes);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
