import { hasReached } from '../workflow/stages';
import type { IndexKeys } from './indexKeys';
import { FilesBy } from './indexPart';
import type { KeyStore } from './keyStore';
import type { RecordSummary } from './recordSummary';

/** How a change ends that raises the risk of others. */
const failedOutcomes = new Set(['failed', 'rolled_back']);

/** The changes of each customer: the failed ones, which raise the risk of the open ones. */
export class Customers {
  private readonly failures: FilesBy;
  private readonly approved: FilesBy;
  readonly parts: readonly FilesBy[];

  /** @param records what is in the index */
  constructor(records: KeyStore) {
    this.failures = new FilesBy(records, 'failures', (keys) => (hasFailed(keys) ? customerOf(keys) : []));
    // Only what waits for its window, or is beyond it, asks for the roles that the risk decides.
    this.approved = new FilesBy(records, 'approved', (keys) =>
      hasReached(keys.stage, 'to_be_released') ? customerOf(keys) : [],
    );
    this.parts = [this.failures, this.approved];
  }

  /** The files of a customer's changes that failed or were rolled back, in the order of their paths. */
  failuresOf(customer: string): readonly string[] {
    return this.failures.sorted(customer);
  }

  /** The changes whose risk may be another one, now that a change failed, or did not after all. */
  affectedBy(before: RecordSummary | undefined, after: RecordSummary | undefined): string[] {
    const failure = (summary?: RecordSummary): string =>
      summary && hasFailed(summary)
        ? `${summary.change?.customer} ${summary.change?.actualEnd ?? summary.change?.end}`
        : '';
    if (failure(before) === failure(after)) return [];
    const failures = [before, after].filter((summary) => summary && hasFailed(summary));
    return failures.flatMap((summary) => [...this.approved.of(summary?.change?.customer ?? '')]);
  }
}

/** Whether a change failed or was rolled back. */
export function hasFailed({ change }: IndexKeys): boolean {
  return failedOutcomes.has(change?.outcome ?? '');
}

function customerOf({ change }: IndexKeys): string[] {
  return change?.customer === undefined ? [] : [change.customer];
}
