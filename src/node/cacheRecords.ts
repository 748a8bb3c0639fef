import type { IndexEntry } from '../core/index/indexEntry';
import type { IndexKeys } from '../core/index/indexKeys';
import type { KeptRecords } from '../core/index/keyStore';
import { entryOf } from '../core/rules/recordReader';
import type { CachedFile, StoredFiles } from './scanCache';

/** The records of a cache: found by their keys, and read one by one when somebody looks at them. */
export class CacheRecords implements KeptRecords {
  private readonly entries = new Map<string, IndexEntry>();
  private listed: readonly string[] | undefined;

  /** @param storedForm gives the stored form of a record */
  constructor(
    private readonly stored: StoredFiles,
    private readonly storedForm: (file: string, cached: CachedFile) => string,
  ) {}

  get files(): readonly string[] {
    this.listed ??= [...this.stored.named(this.stored.keys.records())];
    return this.listed;
  }

  entry(file: string): IndexEntry | undefined {
    const known = this.entries.get(file);
    const cached = known ? undefined : this.stored.get(file);
    if (!cached?.keys) return known;
    const entry = entryOf(this.storedForm(file, cached));
    this.entries.set(file, entry);
    return entry;
  }

  keys(file: string): IndexKeys | undefined {
    const row = this.stored.row(file);
    return row === undefined ? undefined : this.stored.keys.keys(row);
  }

  having(key: 'id' | 'outcome', values: ReadonlySet<string>): Iterable<string> {
    return this.stored.named(this.stored.keys.having(key, (value) => values.has(value as string)));
  }

  naming(written: string): Iterable<string> {
    return this.stored.named(this.stored.keys.naming(written));
  }

  between(start: number, end: number): Iterable<string> {
    return this.stored.named(this.stored.keys.between(start, end));
  }
}
