import type { ConfigText } from '../config/configFiles';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ReportedFileFinding } from '../report/reportedFinding';
import type { GuardedFile } from './changedAttributes';
import type { MovedWindow } from './movedWindows';
import type { TouchedProcedure } from './procedureLoosenings';

/** A record that a change brings or touches, with the state that it had before, if it was there. */
export interface TouchedRecord {
  readonly file: string;
  readonly name: string;
  readonly customer?: string | undefined;
  readonly statusBefore: string | undefined;
  readonly status: string;
  /** Whether the walk of today passes it over. */
  readonly excluded?: boolean;
}

/** What a change did, as far as it takes to tell who profits from what it loosens. */
export interface LooseningInput {
  readonly before: WorkspaceConfig;
  readonly after: WorkspaceConfig;
  /** The configuration's texts as they were, and as they are now. */
  readonly textsBefore: readonly ConfigText[];
  readonly texts: readonly ConfigText[];
  /** Files that the change touched and that decide what is looked at, besides the configuration. */
  readonly guarded: readonly GuardedFile[];
  readonly records: readonly TouchedRecord[];
  /** Procedures that the change touched, before and now. */
  readonly procedures: readonly TouchedProcedure[];
  /** What is found in those records by the configuration and the procedures from before. */
  readonly findingsByOldRules: readonly ReportedFileFinding[];
  /** What is found in them as things are. */
  readonly findingsNow: readonly ReportedFileFinding[];
  /** Windows that take place at another moment by the configuration of today. */
  readonly movedWindows: readonly MovedWindow[];
}
