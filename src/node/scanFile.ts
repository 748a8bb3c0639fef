import type { ConfigText } from '../core/config/configFiles';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import { type PackedDelivery, packDelivery } from '../core/delivery/packedDelivery';
import { takeAll } from '../core/delivery/takeDelivery';
import type { IndexEntry } from '../core/index/indexEntry';
import { keysOf } from '../core/index/indexKeys';
import { recordEntry } from '../core/rules/recordEntry';
import { RecordReader } from '../core/rules/recordReader';
import { idOf } from './cache/contents';
import { entrySum, type PackedRecords, type PackRows } from './cache/packRows';
import { asksHistory, asksNames, type GitQuestions, gitQuestions } from './gitQuestions';
import { bytesRead, textOf } from './readText';
import { errorCode } from './walk';

/** What came of one file: its record, nothing, or the reason why it could not be read. */
export interface ScanResult {
  readonly file: string;
  /** The id of its content. */
  readonly id?: string;
  readonly entry?: IndexEntry;
  /** What a change says of its delivery. */
  readonly delivery?: PackedDelivery;
  readonly error?: string;
}

/** What came of several files. */
export interface ScannedFiles {
  readonly packed: PackedRecords;
  readonly unreadable: readonly { readonly file: string; readonly error: string }[];
  /** What those that ask git something ask, by their files: to read them again for that takes a second in thirty. */
  readonly asked: readonly (readonly [file: string, questions: GitQuestions])[];
}

/**
 * The same as it goes between threads, with the rows in JSON: that is quicker than to send them as they are, and what comes
 * of it holds on to no text that it was cut from.
 */
export interface ScannedBatch extends Pick<ScannedFiles, 'unreadable'> {
  readonly bytes: Uint8Array;
  readonly delivery: Uint8Array;
  /** The rows, and what is asked. */
  readonly told: string;
}

/** What stands in that JSON. */
export interface ToldRows extends Pick<ScannedFiles, 'asked'> {
  readonly rows: PackRows;
}

/** What a scan needs; plain data, since it goes to workers. */
export interface ScanTask {
  readonly root: string;
  readonly texts: readonly ConfigText[];
  readonly files: readonly string[];
  /** One shared number: the next file that nobody has taken yet. */
  readonly cursor: SharedArrayBuffer;
}

/** Reads files of one workspace from the disk and runs the rules that need no other record. */
export class FileScanner extends RecordReader {
  constructor(
    private readonly root: string,
    texts: readonly ConfigText[],
    config?: WorkspaceConfig,
  ) {
    super(texts, config);
  }

  /** Scans files that nobody has taken yet, some at a time, until none is left; `end` is how many are taken then. */
  *scanShared({ files, cursor }: ScanTask, batchSize: number) {
    const next = new Int32Array(cursor);
    for (;;) {
      const from = Atomics.add(next, 0, batchSize);
      if (from >= files.length) return;
      const batch = files.slice(from, from + batchSize);
      yield { scanned: packedBatch(batch.map((file) => this.scan(file))), end: from + batch.length };
    }
  }

  /** Reads one file. Its entry may hold on to the text, which only its stored form lets go of. */
  scan(file: string): ScanResult {
    const mayHold = this.mayHoldRecord(file);
    try {
      const { bytes, size } = bytesRead(this.root, file);
      const id = idOf(bytes, size);
      if (!mayHold) return { file, id };
      const { text, options } = textOf(bytes, size);
      const record = this.readRecord(file, text, options);
      if (!record) return { file, id };
      const entry = recordEntry(record, file, this.config);
      const facts = takeAll(record, entry.summary, this.config);
      return { file, id, entry, ...(facts ? { delivery: packDelivery(facts) } : {}) };
    } catch (error) {
      return mayHold ? { file, error: errorCode(error) } : { file, id: notRead };
    }
  }
}

/** Instead of the id of a content that nobody asks for and nobody can read. */
const notRead = '-';

/** What came of some files, with stored forms in place of records: nothing else of them stays. */
function packedBatch(results: readonly ScanResult[]): ScannedBatch {
  const read = results.flatMap(({ file, id, entry, delivery }) =>
    id === undefined ? [] : [{ file, id, entry, delivery, stored: entry ? JSON.stringify(entry) : '' }],
  );
  const bytes = Buffer.from(read.map(({ stored }) => stored).join(''));
  const lengths = read.map(({ stored }) => Buffer.byteLength(stored));
  let at = 0;
  const sums = read.map(({ file, id }, row) => {
    const end = at + (lengths[row] ?? 0);
    const sum = entrySum(file, id, bytes.subarray(at, end));
    at = end;
    return sum;
  });
  const questions = read.map(({ entry }) => entry && gitQuestions([entry]));
  const rows: PackRows = {
    files: read.map(({ file }) => file),
    ids: read.map(({ id }) => id),
    lengths,
    sums,
    keys: read.map(({ entry }) => (entry ? JSON.stringify(keysOf(entry.summary)) : '')),
    askNames: questions.flatMap((asked, row) => (asked && asksNames(asked) ? [row] : [])),
    askHistory: questions.flatMap((asked, row) => (asked && asksHistory(asked) ? [row] : [])),
  };
  const lines = read.map(({ delivery }) => (delivery ? `${JSON.stringify(delivery)}\n` : '\n'));
  const delivery = Buffer.from(lines.join(''));
  const unreadable = results.flatMap(({ file, error }) => (error === undefined ? [] : [{ file, error }]));
  const asking = [...new Set([...rows.askNames, ...rows.askHistory])];
  const asked = asking.flatMap((row): ScannedFiles['asked'][number][] => {
    const [file, own] = [rows.files[row], questions[row]];
    return file !== undefined && own ? [[file, own]] : [];
  });
  const told: ToldRows = { rows, asked };
  return { bytes, delivery, told: JSON.stringify(told), unreadable };
}
