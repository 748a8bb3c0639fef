import type { IndexEntry } from './indexEntry';
import { FilesBy } from './indexPart';
import type { KeyStore } from './keyStore';
import { failsProcedure, standardFailure } from './standardChanges';

/** When the standard changes of each procedure failed or were rolled back. */
export class StandardFailures {
  /** What may have been one, by everything that it names. */
  readonly files: FilesBy;
  /** Until a record changes: each change of a procedure asks, and would look at all that failed. */
  private readonly known = new Map<string, readonly number[]>();
  /** Records whose failures count as they stand here, whatever became of them. */
  private held: readonly IndexEntry[] = [];

  /** @param records what is in the index */
  constructor(private readonly records: KeyStore) {
    this.files = new FilesBy(records, 'standardFailures', (keys) =>
      failsProcedure(keys) ? keys.references.map(({ id }) => id) : [],
    );
  }

  /** Infinite where one does not say. */
  of(procedure: string): readonly number[] {
    const known = this.known.get(procedure);
    if (known) return known;
    const entries = this.files.sorted(procedure).flatMap((file) => this.records.entry(file) ?? []);
    const isHeld = ({ file, summary: { id } }: IndexEntry): boolean =>
      this.held.some((old) => old.file === file || (id !== undefined && old.summary.id === id));
    const failed = [...entries.filter((entry) => !isHeld(entry)), ...this.held];
    const failures = failed.flatMap(({ summary }) => standardFailure(summary) ?? []);
    const times = failures.filter((failure) => failure.procedure === procedure).map(({ at }) => at);
    this.known.set(procedure, times);
    return times;
  }

  /**
   * Counts failures as some records tell of them, until it is told otherwise: with the records of before a change, nothing
   * that the change does to them makes them undone.
   */
  hold(entries: readonly IndexEntry[]): void {
    this.held = entries.filter(({ summary }) => standardFailure(summary));
    this.forget();
  }

  /** Forgets what it looked up: a record changed, though perhaps nothing that it is found by. */
  forget(): void {
    this.known.clear();
  }
}
