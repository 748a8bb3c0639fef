import type { Language } from '../../core/model/text/localized';
import type { ReportedFileFinding } from '../../core/report/reportedFinding';
import type { Contents } from '../../node/cache/contents';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import type { Survey } from '../../node/surveyWorkspace';

/** A workspace that was checked, as far as `check` tells of it. Paths are relative to it, with `/`. */
export interface CheckedWorkspace {
  readonly root: string;
  /** The language of its configuration. */
  readonly language: Language | undefined;
  /** Every file that was looked at, those of the configuration included. */
  readonly files: readonly string[];
  readonly records: readonly string[];
  readonly findings: readonly ReportedFileFinding[];
  /** What the disk held, and what its files did. */
  readonly survey: Survey;
  readonly contents: Contents;
  /** What it was checked by, where that was read. */
  readonly loaded?: LoadedWorkspace;
}

/** What is counted while workspaces are checked. */
export interface CheckTally {
  files: number;
  /** A path that was named could not be read. */
  failed: boolean;
  /** The language of the first workspace that says one. */
  language: Language | undefined;
}

/** What a whole call of `check` found. */
export interface CheckResult extends Omit<CheckTally, 'language'> {
  readonly findings: ReportedFileFinding[];
  /** How many records were checked, and their files as the user names them. */
  readonly records: number;
  readonly recordFiles: () => readonly string[];
  readonly language: Language;
  /** The language of what machines read. */
  readonly reportLanguage: Language;
  /** The text that was read from standard input. */
  readonly input?: string;
}
