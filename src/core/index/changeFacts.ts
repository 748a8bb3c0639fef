import type { DecidedApprovals, RoleDecision } from '../approvals/roleDecision';
import type { ChangeData } from '../model/schema/recordData';
import type { PackedRange } from '../model/text/range';

/** A field of a change that rules across records point at. */
export type FactPlace =
  | 'status'
  | 'start'
  | 'customer'
  | 'environments'
  | 'approvals'
  | 'notifications'
  | 'outcome'
  | 'tests'
  | 'tag'
  | 'branch'
  | 'version'
  | 'begun'
  | 'actual'
  | 'tickets'
  | 'procedure';

/**
 * What rules across records, and rules that read the clock, need of a change. Plain and small, since it is kept of
 * every change of a workspace. Moments are milliseconds since 1970, read in the customer's zone.
 */
export interface ChangeFacts {
  readonly changeType?: NonNullable<ChangeData['change_type']>;
  readonly deploymentType?: NonNullable<ChangeData['deployment_type']>;
  readonly configurationChange?: string;
  readonly severity?: NonNullable<ChangeData['severity']>;
  readonly impact?: 'low' | 'medium' | 'high';
  readonly performedBy?: string;
  /** It names the procedure that it follows. */
  readonly follows?: true;
  readonly outcome?: string;
  /** Key of the configured customer, else the name as written in lower case. */
  readonly customer?: string;
  readonly environments: readonly string[];
  /** Names of the components. */
  readonly components: readonly string[];
  /** How many of them take a major step. */
  readonly majorSteps: number;
  /** Where the environments and the first major step stand; only of open fixes, whose rules point at them. */
  readonly environmentsAt?: readonly PackedRange[];
  readonly majorStepAt?: PackedRange;
  readonly irreversible: boolean;
  readonly expensive: boolean;
  /** Key of the person who carries it out. */
  readonly assignee?: string;
  /** The same as written. */
  readonly assigneeName?: string;
  /** Keys of those who asked for it or perform it; only where it has waivers, or approvals whose commits are asked for. */
  readonly involved?: readonly string[];
  readonly start?: number;
  /** End of the window: start and duration; the start itself where no duration is given. */
  readonly end?: number;
  readonly outageMinutes?: number;
  readonly actualStart?: number;
  readonly actualEnd?: number;
  readonly reportedAt?: number;
  /** The latest decision of each role. */
  readonly approvals: readonly RoleDecision[];
  /** Of an open change: its approvals, where it is asked who committed them; and whether that must be signed. */
  readonly decided?: DecidedApprovals;
  readonly notices: readonly { readonly kind: string; readonly at?: number }[];
  readonly tickets: readonly {
    readonly id: string;
    readonly status?: string;
    readonly range?: PackedRange;
  }[];
  /** How many tickets and mails it names. */
  readonly ticketCount?: number;
  readonly tests?: { readonly passed: number; readonly total: number };
  readonly release?: {
    readonly version?: string;
    readonly tag?: string;
    readonly branch?: string;
    /** Whether it is made in another repository, of which nothing is known here. */
    readonly elsewhere?: true;
  };
  /** Of a pending change: how many of the steps that apply are done, and how many apply. */
  readonly progress?: readonly [done: number, all: number];
  /** Of a pending change: keys of everybody whom it names. */
  readonly people?: readonly string[];
  /** Its steps; only of pending changes that follow a procedure. */
  readonly checklist?: Checklist;
  /** Its ticked steps, packed; only where `checklist/unattributed` is asked for. */
  readonly ticks?: string;
  /** Of a change that is done: the first steps that are still open, and how many there are. */
  readonly openSteps?: readonly PackedRange[];
  readonly openCount?: number;
  /** Approvals whose digest is not that of the content, with hashes of the content's parts by name. */
  readonly stale?: {
    readonly approvals: readonly {
      readonly role: string;
      readonly by: string;
      readonly digest: string;
      readonly range: PackedRange;
    }[];
    readonly parts: readonly (readonly [name: string, hash: string])[];
  };
  /** Whether it has a section that looks back at it. */
  readonly reviewed: boolean;
  /** Where findings about a field go: its value, else the place where it belongs. */
  readonly at: { readonly [P in FactPlace]?: PackedRange };
}

/** What a step is recognised by in another record: its name, where it has one, and its text. */
export interface StepKey {
  readonly name?: string;
  readonly text: string;
}

/** A step of a checklist: index of its heading path, state, what it is recognised by, and where it stands. */
export type StepFacts = readonly [
  path: number,
  state: 'open' | 'ticked' | 'notApplicable',
  key: StepKey,
  range: PackedRange,
];

/** The steps of a change, with the titles of the headings above them, each path once. */
export interface Checklist {
  readonly paths: readonly (readonly string[])[];
  readonly steps: readonly StepFacts[];
  /** The paths whose steps lead back, with how many of their headings stand above that of the rollback. */
  readonly rollback?: readonly (readonly [path: number, above: number])[];
}

/** A gate of a procedure: what must be ticked before a section or a state is open. */
export interface GateFacts {
  readonly section?: string;
  readonly state?: string;
  readonly requires: readonly {
    readonly heading: string;
    readonly range: PackedRange;
    /** How many steps the procedure has below that heading. */
    readonly steps: number;
  }[];
}

/** A waiver of a record: which rule, by whom, why, until when. */
export interface WaiverFacts {
  readonly rule: string;
  readonly by?: string;
  readonly reason?: string;
  /** First moment at which it no longer holds. */
  readonly end?: number;
  /** Last day on which it holds, as written. */
  readonly until?: string;
  readonly range: PackedRange;
  readonly untilRange?: PackedRange;
}
