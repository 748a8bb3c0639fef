import type { IndexEntry } from './indexEntry';
import type { IndexKeys } from './indexKeys';

/** Records of a cache, found by looks at columns. Each look gives more than what is asked for, and leaves nothing out. */
export interface KeptRecords {
  readonly files: readonly string[];
  entry(file: string): IndexEntry | undefined;
  keys(file: string): IndexKeys | undefined;
  /** Those that have one of some values there. */
  having(key: 'id' | 'outcome', values: ReadonlySet<string>): Iterable<string>;
  /** Those in whose references and links a text stands, as JSON writes it. */
  naming(written: string): Iterable<string>;
  /** Those whose window, if they have one, has a moment in common with a stretch of time. */
  between(start: number, end: number): Iterable<string>;
}

type FileKeys = readonly [file: string, keys: IndexKeys];

/**
 * The records of an index: those of a cache, of which nothing is read before somebody asks, and those that came since.
 * Of ten thousand records a single question needs few.
 */
export class KeyStore implements Iterable<FileKeys> {
  private readonly loose = new Map<string, IndexEntry>();
  /** Those of the cache that went, or came anew. */
  private readonly gone = new Set<string>();

  constructor(private readonly kept?: KeptRecords) {}

  /** Whether looks are quicker than lists. */
  get hasColumns(): boolean {
    return this.kept !== undefined;
  }

  get size(): number {
    return this.loose.size + (this.kept ? this.kept.files.length - this.gone.size : 0);
  }

  entry(file: string): IndexEntry | undefined {
    return this.loose.get(file) ?? (this.gone.has(file) ? undefined : this.kept?.entry(file));
  }

  set(entry: IndexEntry): void {
    this.delete(entry.file);
    this.loose.set(entry.file, entry);
  }

  delete(file: string): void {
    this.loose.delete(file);
    if (this.kept?.keys(file)) this.gone.add(file);
  }

  *entries(): Iterable<IndexEntry> {
    for (const [file] of this) {
      const entry = this.entry(file);
      if (entry) yield entry;
    }
  }

  [Symbol.iterator](): Iterator<FileKeys> {
    return this.found(this.kept?.files);
  }

  /** The records of the cache that a look finds, without those that went, and all that came since. */
  among(look: (kept: KeptRecords) => Iterable<string>): Iterable<FileKeys> {
    return this.found(this.kept && look(this.kept));
  }

  private *found(files: Iterable<string> = []): Generator<FileKeys> {
    for (const file of files) {
      const keys = this.gone.has(file) ? undefined : this.kept?.keys(file);
      if (keys) yield [file, keys];
    }
    for (const [file, { summary }] of this.loose) yield [file, summary];
  }
}
