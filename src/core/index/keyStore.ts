import type { IndexEntry } from './indexEntry';
import type { IndexKeys } from './indexKeys';

/** Records that somebody keeps: what each is found by, and the record itself, read when somebody asks for it. */
export interface KeptRecords {
  readonly size: number;
  all(): readonly FileKeys[];
  keys(file: string): IndexKeys | undefined;
  entry(file: string): IndexEntry | undefined;
}

/** A file with what its record is found by. */
export type FileKeys = readonly [file: string, keys: IndexKeys];

/** The records of an index: those that are kept elsewhere, most of which nobody ever asks for, and those that came since. */
export class KeyStore implements Iterable<FileKeys> {
  private readonly loose = new Map<string, IndexEntry>();
  /** The kept ones that went, or came anew. */
  private readonly gone = new Set<string>();

  constructor(private readonly kept?: KeptRecords) {}

  get size(): number {
    return this.loose.size + (this.kept ? this.kept.size - this.gone.size : 0);
  }

  entry(file: string): IndexEntry | undefined {
    return this.loose.get(file) ?? (this.gone.has(file) ? undefined : this.kept?.entry(file));
  }

  keys(file: string): IndexKeys | undefined {
    return this.loose.get(file)?.summary ?? (this.gone.has(file) ? undefined : this.kept?.keys(file));
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

  *[Symbol.iterator](): Iterator<FileKeys> {
    for (const found of this.kept?.all() ?? []) if (!this.gone.has(found[0])) yield found;
    for (const [file, { summary }] of this.loose) yield [file, summary];
  }
}
