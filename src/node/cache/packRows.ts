import type { IndexKeys } from '../../core/index/indexKeys';
import { checksum } from './keptFile';
import { columnsOf } from './packColumn';

/** What came of reading some files, packed: it goes between threads and into packs as it is. */
export interface PackedRecords {
  /** The stored forms, one after the other. */
  readonly bytes: Uint8Array;
  /** What each row says of its delivery, in JSON and one a line; the line of another record is empty. */
  readonly delivery: Uint8Array;
  readonly rows: PackRows;
}

/** Of each file, in the order of their stored forms. */
export interface PackRows extends FileRows {
  /** What its record is found by, in JSON; empty where it holds no record. */
  readonly keys: readonly string[];
}

/** What of rows is always read. */
export interface FileRows {
  readonly files: readonly string[];
  /** The ids of their contents. */
  readonly ids: readonly string[];
  /** How long its stored form is; 0 where it holds no record. */
  readonly lengths: readonly number[];
  readonly sums: readonly number[];
  /** The rows whose records ask git for names, and those that ask for what commits say. */
  readonly askNames: readonly number[];
  readonly askHistory: readonly number[];
}

/** The same as it stands in a pack, with the lengths of what is behind it. */
interface RowsHead extends FileRows {
  /** How many bytes the keys of each row take. */
  readonly keyLengths: readonly number[];
  readonly columns: readonly (readonly [column: string, length: number])[];
  /** Of what stands between the stored forms and the rows: what each row says of its delivery, one a line. */
  readonly delivery: readonly [length: number, sum: number];
}

/** The rows of a pack: on the first line what is always read, then the keys, then the columns of the index. */
export interface RowsRead extends RowsHead {
  readonly keys: Buffer;
  readonly columnTexts: ReadonlyMap<string, Buffer>;
}

/** What of a pack stands behind the stored forms: what hardly anybody asks for, then the rows. */
export interface PackEnd {
  readonly delivery: Buffer;
  readonly rows: Buffer;
}

/** The ends of several, one after the other, as they stand in a pack. */
export function packEnd(all: readonly Omit<PackedRecords, 'bytes'>[]): PackEnd {
  const { keys: texts, ...rows } = joinedRows(all);
  const delivery = joinedDelivery(all);
  const keys = texts.map((text) => (text === '' ? undefined : (JSON.parse(text) as IndexKeys)));
  const columns = columnsOf(keys);
  const head: RowsHead = {
    ...rows,
    keyLengths: texts.map((text) => Buffer.byteLength(text)),
    columns: columns.map(([column, { length }]) => [column, length]),
    delivery: [delivery.length, deliverySum(delivery)],
  };
  const first = Buffer.from(`${JSON.stringify(head)}\n`);
  const texted = Buffer.from(texts.join(''));
  return { delivery, rows: Buffer.concat([first, texted, ...columns.map(([, text]) => text)]) };
}

/** Reads them. */
export function rowsIn(bytes: Buffer): RowsRead {
  const end = bytes.indexOf('\n') + 1;
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as RowsHead;
  let at = end + sumOf(head.keyLengths);
  const keys = bytes.subarray(end, at);
  const columnTexts = new Map<string, Buffer>();
  for (const [column, length] of head.columns) {
    columnTexts.set(column, bytes.subarray(at, at + length));
    at += length;
  }
  return { ...head, keys, columnTexts };
}

/** Where each of some things begins that stand one after the other. */
export function startsOf(lengths: readonly number[]): Float64Array {
  const starts = new Float64Array(lengths.length);
  let at = 0;
  for (const [row, length] of lengths.entries()) {
    starts[row] = at;
    at += length;
  }
  return starts;
}

export function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** The checksum of a stored form, with what it is kept for. */
export function entrySum(file = '', id = '', bytes: Uint8Array): number {
  return checksum(`${id} ${file}`, bytes);
}

/** The checksum of what stands between the stored forms and the rows. */
export function deliverySum(bytes: Uint8Array): number {
  // zlib gives another sum for no bytes, depending on where these are not.
  return bytes.length === 0 ? 0 : checksum('delivery', bytes);
}

/** The rows of several, one after the other. */
export function joinedRows(packed: readonly Pick<PackedRecords, 'rows'>[]): PackRows {
  const all = packed.map(({ rows }) => rows);
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

/** What the rows of several say of their delivery. */
export function joinedDelivery(all: readonly Pick<PackedRecords, 'delivery'>[]): Buffer {
  return Buffer.concat(all.map(({ delivery }) => delivery));
}
