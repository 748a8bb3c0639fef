import type { ConfigText } from '../config/configFiles';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ReportedFileFinding } from '../report/reportedFinding';
import type { GuardedFile } from './changedAttributes';
import type { LostFailure } from './lostFailures';
import type { MovedWindow } from './movedWindows';
import type { TouchedProcedure } from './procedureLoosenings';

/** A record that a change adds or edits, with its previous state, if it had one. */
export interface TouchedRecord {
  readonly file: string;
  readonly name: string;
  readonly customer?: string | undefined;
  readonly statusBefore: string | undefined;
  readonly status: string;
  /** Whether it says only now that it came closed from elsewhere. */
  readonly importedNow?: boolean;
  /** Whether its file is excluded now. */
  readonly excluded?: boolean;
}

/** What is needed to tell which records of a change benefit from what it loosens. */
export interface LooseningInput {
  readonly before: WorkspaceConfig;
  readonly after: WorkspaceConfig;
  /** The configuration's texts, previous and current. */
  readonly textsBefore: readonly ConfigText[];
  readonly texts: readonly ConfigText[];
  /** Changed files that decide which files are read, besides the configuration. */
  readonly guarded: readonly GuardedFile[];
  readonly records: readonly TouchedRecord[];
  /** Procedures that the change edited. */
  readonly procedures: readonly TouchedProcedure[];
  /** Failures of standard changes that the change has undone. */
  readonly lostFailures: readonly LostFailure[];
  /** What the previous configuration and procedures find in those records. */
  readonly findingsByOldRules: readonly ReportedFileFinding[];
  /** What the current ones find in them. */
  readonly findingsNow: readonly ReportedFileFinding[];
  /** Windows that the current configuration puts at another moment. */
  readonly movedWindows: readonly MovedWindow[];
}
