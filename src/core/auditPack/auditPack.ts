import type { DrawnName } from './drawSample';
import type { PackOptions, Period } from './packOptions';
import type { PackReconciliation } from './packReconciliation';
import type { PopulationRow } from './populationRow';
import type { RuleHistory } from './ruleHistory';
import type { SampledChange } from './sampledChange';

/** A file that looks like a record and could not be read as one, or not completely. */
export interface UnreadFile {
  readonly file: string;
  readonly why: 'link' | 'unsure';
}

/** Everything that a pack for auditors tells, before it is written. */
export interface AuditPack {
  readonly options: PackOptions;
  readonly period: Period;
  /** The zone of its times. */
  readonly zone: string;
  /** The commit that everything follows from, and when it was committed, in milliseconds since 1970. */
  readonly commit: string;
  readonly committedAt: number;
  /** The workspace's folder in the repository; empty where it is the repository. */
  readonly folder: string;
  /** Version of the program. */
  readonly program: string;
  /** Name of the customer, where it is about one. */
  readonly customer: string | undefined;
  readonly rows: readonly PopulationRow[];
  /** Changes of the commit that belong to other periods, or to other customers. */
  readonly others: number;
  readonly draw: readonly DrawnName[];
  readonly samples: readonly SampledChange[];
  readonly rules: RuleHistory;
  readonly unread: readonly UnreadFile[];
  /** Deployments beside records; undefined where nobody said what ran. */
  readonly reconciliation?: PackReconciliation;
}
