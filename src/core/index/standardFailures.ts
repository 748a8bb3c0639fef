import type { IndexKeys } from './indexKeys';
import { FilesBy, type IndexPart } from './indexPart';
import type { KeyStore } from './keyStore';
import { failedAt, failsProcedure, followedAsStandard } from './standardChanges';

/** When the standard changes of each procedure failed or were rolled back. */
export class StandardFailures implements IndexPart {
  private readonly files: FilesBy;
  /** Until a record changes: each change of a procedure asks, and would look at all that failed. */
  private readonly known = new Map<string, readonly number[]>();

  /** @param records what is in the index */
  constructor(private readonly records: KeyStore) {
    this.files = new FilesBy(records, (keys) =>
      failsProcedure(keys) ? keys.references.map(({ id }) => id) : [],
    );
  }

  /** Infinite where one does not say. */
  of(procedure: string): readonly number[] {
    const known = this.known.get(procedure);
    if (known) return known;
    const entries = this.files.sorted(procedure).flatMap((file) => this.records.entry(file) ?? []);
    const failed = entries.filter(({ summary }) => followedAsStandard(summary) === procedure);
    const times = failed.map(({ summary }) => failedAt(summary) ?? Number.POSITIVE_INFINITY);
    this.known.set(procedure, times);
    return times;
  }

  /** Forgets what it looked up: a record changed, though perhaps nothing that it is found by. */
  forget(): void {
    this.known.clear();
  }

  make(): void {
    this.files.make();
  }

  add(file: string, keys: IndexKeys): void {
    this.forget();
    this.files.add(file, keys);
  }

  remove(file: string, keys: IndexKeys): void {
    this.forget();
    this.files.remove(file, keys);
  }
}
