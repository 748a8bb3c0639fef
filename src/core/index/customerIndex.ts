import { hasReached } from '../workflow/stages';
import type { IndexKeys } from './indexKeys';

/** How a change ends that raises the risk of others. */
export const failedOutcomes = new Set(['failed', 'rolled_back']);

/** The changes of each customer: the failed ones, which raise the risk of the open ones. */
export class CustomerIndex {
  private readonly failures = new Map<string, Set<string>>();
  private readonly approved = new Map<string, Set<string>>();

  add(file: string, keys: IndexKeys): void {
    for (const files of this.listsOf(keys)) files.add(file);
  }

  remove(file: string, keys: IndexKeys): void {
    for (const files of this.listsOf(keys)) files.delete(file);
  }

  private listsOf(keys: IndexKeys): Set<string>[] {
    const customer = keys.change?.customer;
    if (customer === undefined) return [];
    const lists: Set<string>[] = [];
    if (hasFailed(keys)) lists.push(listIn(this.failures, customer));
    // Only what waits for its window, or is beyond it, asks for the roles that the risk decides.
    if (hasReached(keys.stage, 'to_be_released')) lists.push(listIn(this.approved, customer));
    return lists;
  }

  failuresOf(customer: string): Iterable<string> {
    return this.failures.get(customer) ?? [];
  }

  /** The files of a customer's changes that wait for their window, or are beyond it. */
  approvedOf(customer: string): Iterable<string> {
    return this.approved.get(customer) ?? [];
  }
}

/** Whether a change ended so. */
export function hasFailed(keys: IndexKeys): boolean {
  return failedOutcomes.has(keys.change?.outcome ?? '');
}

function listIn(lists: Map<string, Set<string>>, customer: string): Set<string> {
  const known = lists.get(customer);
  if (known) return known;
  const fresh = new Set<string>();
  lists.set(customer, fresh);
  return fresh;
}
