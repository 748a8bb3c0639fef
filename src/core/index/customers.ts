import { CustomerIndex, failedOutcomes, hasFailed } from './customerIndex';
import type { IndexKeys } from './indexKeys';
import { type IndexPart, LazyPart, mostSearches } from './indexPart';
import type { KeyStore } from './keyStore';
import type { RecordSummary } from './recordSummary';

/** The changes of each customer: looked for while only that is asked, in lists once records come and go. */
export class Customers implements IndexPart {
  private readonly listed: LazyPart<CustomerIndex>;
  private questions = 0;

  /** @param records what is in the index */
  constructor(private readonly records: KeyStore) {
    this.listed = new LazyPart(records, () => new CustomerIndex());
  }

  make(): void {
    this.questions = mostSearches;
    this.listed.make();
  }

  add(file: string, keys: IndexKeys): void {
    this.listed.add(file, keys);
  }

  remove(file: string, keys: IndexKeys): void {
    this.listed.remove(file, keys);
  }

  /** The files of a customer's changes that failed or were rolled back, in the order of their paths. */
  failuresOf(customer: string): string[] {
    const few = this.records.hasColumns && this.questions++ < mostSearches;
    const list = few ? this.search(customer) : this.listed.get().failuresOf(customer);
    return [...list].sort();
  }

  /** The changes whose risk may be another one, now that a change failed, or did not after all. */
  affectedBy(before: RecordSummary | undefined, after: RecordSummary | undefined): string[] {
    const failure = (summary?: RecordSummary): string =>
      summary && hasFailed(summary)
        ? `${summary.change?.customer} ${summary.change?.actualEnd ?? summary.change?.end}`
        : '';
    if (failure(before) === failure(after)) return [];
    const failures = [before, after].filter((summary) => summary && hasFailed(summary));
    return failures.flatMap((summary) => [...this.listed.get().approvedOf(summary?.change?.customer ?? '')]);
  }

  private *search(customer: string): Iterable<string> {
    for (const [file, keys] of this.records.withOutcome(failedOutcomes))
      if (hasFailed(keys) && keys.change?.customer === customer) yield file;
  }
}
