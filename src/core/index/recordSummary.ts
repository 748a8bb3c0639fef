import type { PackedRange } from '../model/text/range';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { ChangeFacts, GateFacts, StepKey, WaiverFacts } from './changeFacts';

/** Where one record names another. */
export interface RecordReference {
  readonly kind: 'procedure' | 'supersedes' | 'related' | 'ticket' | 'change';
  readonly id: string;
  /** Version behind `@`, for procedures. */
  readonly version?: string;
  readonly range: PackedRange;
}

/** A link of a record to a file of the workspace. */
export interface LinkReference {
  /** Path relative to the workspace; nothing where it leads outside. */
  readonly path: string | undefined;
  /** The target as written, for the message. */
  readonly written: string;
  readonly fragment: string;
  readonly range: PackedRange;
}

/**
 * What the index keeps of a record: enough for everything that looks across records, and no text. It is small
 * (a workspace may hold ten thousand), plain (it goes through workers and caches) and complete in itself.
 */
export interface RecordSummary {
  readonly type: RecordType;
  readonly id: string | undefined;
  readonly idRange: PackedRange;
  /** Where the state of a ticket stands, or belongs. */
  readonly statusRange?: PackedRange;
  readonly title: string;
  readonly status: string;
  /** The workflow's stage that counts: of a record on hold, the one that it came from. */
  readonly stage: string;
  readonly version?: string;
  /** Of a procedure: what kind of work it is about. */
  readonly category?: string;
  readonly customer?: string;
  readonly references: readonly RecordReference[];
  readonly links: readonly LinkReference[];
  /** Of a change: what rules across records and rules about time need. */
  readonly change?: ChangeFacts;
  /** Of a procedure: its steps by name, else text. */
  readonly steps?: readonly StepKey[];
  /** Of a procedure: what waits for what. */
  readonly gates?: readonly GateFacts[];
  readonly waivers?: readonly WaiverFacts[];
}
