import type { ChangeData } from '../model/schema/recordData';
import type { PackedRange } from '../model/text/range';

/**
 * What the index keeps of a change for everybody: what others look at, and what several ask for. Plain and small, since
 * it is kept of every change of a workspace. Moments are milliseconds since 1970, read in the customer's zone.
 */
export interface ChangeSummary {
  readonly changeType?: NonNullable<ChangeData['change_type']>;
  readonly deploymentType?: NonNullable<ChangeData['deployment_type']>;
  readonly configurationChange?: string;
  readonly severity?: NonNullable<ChangeData['severity']>;
  readonly impact?: 'low' | 'medium' | 'high';
  /** What people think of its risk. */
  readonly likelihood?: 'low' | 'medium' | 'high';
  readonly statedImpact?: 'low' | 'medium' | 'high';
  readonly performedBy?: string;
  /** Id of the procedure that it follows, in capitals and without a version. */
  readonly procedure?: string;
  readonly outcome?: string;
  /** Whether it is being rolled back, or was. */
  readonly goesBack?: true;
  /** When somebody began to roll it back. */
  readonly rollbackAt?: number;
  /** Key of the configured customer, else the name as written in lower case. */
  readonly customer?: string;
  readonly environments: readonly string[];
  /** Names of the components. */
  readonly components: readonly string[];
  /** How many of them take a major step. */
  readonly majorSteps?: number;
  readonly irreversible?: true;
  readonly expensive?: true;
  /** Key of the person who carries it out. */
  readonly assignee?: string;
  /** The same as written. */
  readonly assigneeName?: string;
  readonly start?: number;
  /** End of the window: start and duration; the start itself where no duration is given. */
  readonly end?: number;
  /** Its windows where it has several; `start` and `end` are then those of the first and the last one. */
  readonly phases?: readonly ChangePhase[];
  /** Of an open change: where its start stands, or belongs. */
  readonly startAt?: PackedRange;
  readonly outageMinutes?: number;
  readonly actualStart?: number;
  readonly actualEnd?: number;
  readonly release?: ReleaseNames;
  /** Of an open change: how many of the steps that apply are done, and how many apply. */
  readonly progress?: readonly [done: number, all: number];
  /** Of an open change: its steps that are due at a moment and not done, the earliest first. */
  readonly due?: readonly DueStep[];
  /** Of an open change: keys of everybody whom it names. */
  readonly people?: readonly string[];
}

/** A step that is due at a moment. */
export interface DueStep {
  readonly at: number;
  readonly text: string;
  /** The line of its box, from 0. */
  readonly line: number;
}

/** One window of a change that has several. */
export interface ChangePhase {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where it is about all of the change's environments. */
  readonly environments?: readonly string[];
  /** Of an open change: where its start stands. */
  readonly startAt?: PackedRange;
}

/** What a change releases. */
export interface ReleaseNames {
  readonly version?: string;
  readonly tag?: string;
  readonly branch?: string;
  /** Whether it is made in another repository, of which nothing is known here. */
  readonly elsewhere?: true;
}
