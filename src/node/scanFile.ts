import { join } from 'node:path';
import type { ConfigText } from '../core/config/configFiles';
import { RecordReader } from '../core/rules/recordReader';
import { readText } from './readText';
import { errorCode, type FoundFile } from './walk';

/** What came of one file: its record, nothing, or the reason why it could not be read. */
export interface ScanResult {
  readonly file: string;
  /**
   * The record's entry as JSON, which is what goes to caches and between threads. Made here, it also lets go of the
   * file's text, which every piece cut out of it would keep in memory.
   */
  readonly stored?: string;
  readonly error?: string;
}

/** What a scan needs; plain data, since it goes to workers. */
export interface ScanTask {
  readonly root: string;
  readonly texts: readonly ConfigText[];
  readonly files: readonly Pick<FoundFile, 'file'>[];
  /** One shared number: the next file that nobody has taken yet. */
  readonly cursor: SharedArrayBuffer;
}

/** Reads files of one workspace from the disk and runs the rules that need no other record. */
export class FileScanner extends RecordReader {
  constructor(
    private readonly root: string,
    texts: readonly ConfigText[],
  ) {
    super(texts);
  }

  /** Scans files that nobody has taken yet, some at a time, until none is left; `end` is how many are taken then. */
  *scanShared({ files, cursor }: ScanTask, batchSize: number) {
    const next = new Int32Array(cursor);
    for (;;) {
      const from = Atomics.add(next, 0, batchSize);
      if (from >= files.length) return;
      const batch = files.slice(from, from + batchSize);
      yield { results: batch.map(({ file }) => this.scan(file)), end: from + batch.length };
    }
  }

  scan(file: string): ScanResult {
    if (!this.mayHoldRecord(file)) return { file };
    try {
      const { text, options } = readText(join(this.root, file), this.root);
      const entry = this.readEntry(file, text, options);
      if (!entry) return { file };
      return { file, stored: JSON.stringify(entry) };
    } catch (error) {
      return { file, error: errorCode(error) };
    }
  }
}
