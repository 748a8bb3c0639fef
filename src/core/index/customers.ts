import { CustomerIndex, failedOutcomes, hasFailed } from './customerIndex';
import { SearchedPart } from './indexPart';
import type { KeyStore } from './keyStore';
import type { RecordSummary } from './recordSummary';

/** The changes of each customer: looked for while only that is asked, in lists once records come and go. */
export class Customers extends SearchedPart<CustomerIndex> {
  /** @param records what is in the index */
  constructor(records: KeyStore) {
    super(records, () => new CustomerIndex());
  }

  /** The files of a customer's changes that failed or were rolled back, in the order of their paths. */
  failuresOf(customer: string): string[] {
    const list = this.isSearched() ? this.search(customer) : this.lists().failuresOf(customer);
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
    return failures.flatMap((summary) => [...this.lists().approvedOf(summary?.change?.customer ?? '')]);
  }

  private *search(customer: string): Iterable<string> {
    for (const [file, keys] of this.records.withOutcome(failedOutcomes))
      if (hasFailed(keys) && keys.change?.customer === customer) yield file;
  }
}
