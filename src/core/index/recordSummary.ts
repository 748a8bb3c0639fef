import type { PackedRange } from '../model/text/range';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { ImportFacts } from './cameClosed';
import type { ChangeSummary } from './changeSummary';
import type { OverrideFacts } from './overrides';
import type { GateFacts, ProcedureStep } from './procedureFacts';

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
  /** Path relative to the workspace; undefined where it leads outside. */
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
  readonly title: string;
  /** It is a record by its place, its name or its id: another reader may see none. */
  readonly guessed?: true;
  readonly status: string;
  /** The workflow's stage that counts: of a record on hold, the one that it came from. */
  readonly stage: string;
  readonly version?: string;
  /** Of a procedure: what kind of work it is about. */
  readonly category?: string;
  readonly customer?: string;
  readonly references: readonly RecordReference[];
  readonly links: readonly LinkReference[];
  readonly change?: ChangeSummary;
  /** Of a procedure: its steps by name, else text. */
  readonly steps?: readonly ProcedureStep[];
  /** Of a procedure: what waits for what. */
  readonly gates?: readonly GateFacts[];
  /** Of a procedure: the version that its file has is retired. */
  readonly retired?: true;
  readonly waivers?: readonly WaiverFacts[];
  /** Of an open ticket that is critical or a blocker: its components, as `plainName` writes them. */
  readonly criticalFor?: readonly string[];
  readonly imported?: ImportFacts;
  /** It was closed before it was imported. */
  readonly cameClosed?: true;
  /** What is kept for single rules and services, by their names; `factsOf` reads it. */
  readonly facts?: { readonly [source: string]: unknown };
}

/** A waiver of a record: which rule, by whom, why, until when. */
export interface WaiverFacts {
  readonly rule: string;
  readonly by?: string;
  /** It is by somebody who asked for the change or performs it. */
  readonly involved?: true;
  readonly reason?: string;
  /** First moment at which it no longer holds. */
  readonly end?: number;
  /** Last day on which it holds, as written. */
  readonly until?: string;
  /** What only holders of some roles may waive takes the commit that brought it. */
  readonly override?: OverrideFacts;
  readonly range: PackedRange;
  readonly untilRange?: PackedRange;
}
