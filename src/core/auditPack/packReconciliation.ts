import type { ReconcileReport } from '../reconcile/reconcileReport';

/** A tag of the repository: its name, and the id of the object that it leads to. */
export interface CountedTag {
  readonly name: string;
  readonly object: string;
}

/** What ran, beside what the records of a pack's commit say. */
export interface PackReconciliation {
  readonly report: ReconcileReport;
  /** Patterns of the tags that count as deployments; none where lists alone do. */
  readonly patterns: readonly string[];
  /** The zone of times in lists that name none. */
  readonly zone: string | undefined;
  /** The lists of deployments as they were given, by their paths in the pack, in the order of the call. */
  readonly lists: ReadonlyMap<string, Uint8Array>;
  /** The tags that the comparison could know of, by name. */
  readonly tags: readonly CountedTag[];
}
