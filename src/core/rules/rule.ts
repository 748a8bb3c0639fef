import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RelatedPlace, Severity } from '../findings/finding';
import type { Report, ReportIn } from '../findings/report';
import type { FactsContext } from '../index/factSource';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordSummary, WaiverFacts } from '../index/recordSummary';
import type { ParsedRecord } from '../model/parse/record';
import type { FileFacts, GitFacts, NoGit } from '../model/ports';
import type { Localized } from '../model/text/localized';
import type { LineRange } from '../model/text/range';
import type { Clock } from '../model/time/ruleClock';
import type { FieldType } from '../model/vocabulary/fieldType';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { OverrideFlaw } from './overrideFlaw';

/** Nobody reads more findings of one rule and severity in one record; a hostile one could make half a million. */
export const mostOfOneRule = 1000;

/** The processes that rules come from, by the letters of the rule pages. */
export type Process = 'A' | 'S' | 'M' | 'P' | 'R';

/** An option of a rule, as the configuration sets it by name. */
export interface RuleOption {
  readonly type: FieldType;
  /** Undefined where nothing is asked for unless the configuration sets it. */
  readonly default: unknown;
  /** Of a number that allows the more the higher it is; others demand more. Without a value it allows all. */
  readonly allowance?: true;
  /** Of a value out of several: all of them, from the one that demands most. Without one nothing is demanded. */
  readonly strictestFirst?: readonly string[];
  readonly description: Localized;
}

/** What every rule says of itself: its page, its messages and its severity are made from this. */
export interface RuleData {
  readonly id: string;
  /** Severity by default; a report may carry another one. */
  readonly severity: Severity;
  /** The state from which the rule counts at all; before it, it is silent. */
  readonly from?: string;
  /** The name of an option that may hold another such state. */
  readonly fromOption?: string;
  /** The state from which a warning becomes an error. */
  readonly errorFrom?: string;
  /** How it treats emergencies: what is an error elsewhere is a warning, it counts later, or not at all. */
  readonly emergency?: { readonly warning?: true; readonly from?: string; readonly off?: true };
  /**
   * How long it counts: while its record is open, or whatever becomes of it; else until that is rejected or cancelled.
   * What is about a start lasts while the record is open, what is about the form always.
   */
  readonly lasts?: 'open' | 'always';
  /**
   * Whether it goes by what a team has settled: its hours, its roles, whom it tells, what it counts. Without a
   * `config.yaml` nobody has settled anything, and the rule is off.
   */
  readonly needsTeam?: true;
  /**
   * What it looks at, where that matters to others. `form` is how the text is written: an error of it is never waived,
   * and never follows from another. `start` is when a change begins: whoever looks for a slot asks the rule.
   */
  readonly about?: 'form' | 'start';
  /** Whether it is asked of each phase of a change by itself, as what is about a start is. */
  readonly eachWindow?: true;
  /** Whether its findings can be waived; not where it judges decisions of people, or the configuration. */
  readonly waivable?: false;
  /** The messages that say that a value could not be read: nothing is found of what is missing for that reason. */
  readonly unreadable?: ReadonlySet<string>;
  readonly appliesTo: readonly RecordType[];
  /** Canonical names of the fields that it reads. */
  readonly reads: readonly string[];
  readonly options: { readonly [name: string]: RuleOption };
  readonly sources: readonly Process[];
  readonly title: Localized;
  /** One paragraph: what it asks for and why. */
  readonly explanation: Localized;
  readonly messages: { readonly [id: string]: Localized };
  readonly fixTitles: { readonly [id: string]: Localized };
}

/** What a rule reports of a record that only its summary is known of, in lines and columns. */
export type SummaryReport = ReportIn<LineRange, RelatedPlace>;

/**
 * What a rule may know besides the record. No clock: what it finds is kept until the record or the configuration
 * changes, so a rule that needs to know the time looks at the summary.
 */
export interface RuleContext {
  /** Path of the file, relative to the workspace, with `/`. */
  readonly file: string;
  readonly config: WorkspaceConfig;
  /** An option's value: the configuration's, else the default. */
  readonly option: (name: string) => unknown;
}

/** What a rule across records may know besides what is kept of the record for it. */
export interface WorkspaceContext extends RuleContext, Pick<Clock, 'hasPassed' | 'today'> {
  /** What the index keeps of the record for everybody. */
  readonly summary: RecordSummary;
  readonly index: RecordIndex;
  readonly files: FileFacts;
  /** What git knows, or why it says nothing; undefined where it was not asked yet. */
  readonly git: GitFacts | NoGit | undefined;
}

/** What a rule about waivers may know. */
export interface WaiverContext extends RuleContext, Pick<Clock, 'hasPassed'> {
  readonly summary: RecordSummary;
  /** How many findings it waives. */
  readonly waived: number;
  /** How many it would waive if such findings could be waived. */
  readonly refused: number;
  /** Whether there is a rule of that name. */
  readonly known: boolean;
  /** The rule that was most likely meant where there is none. */
  readonly nearest: string | undefined;
  /** Why it does not count for something that it would waive, or not yet. */
  readonly override: OverrideFlaw | undefined;
  /** Whether findings of that rule can never be waived. */
  readonly never: boolean;
  /** Whether the rule that it names counts for this record at its stage. */
  readonly counts: boolean;
}

/** A rule that reads one record and nothing else; its findings are kept until the record changes. */
export interface RecordRule extends RuleData {
  readonly scope: 'record';
  check(record: ParsedRecord, context: RuleContext): Iterable<Report>;
}

/**
 * A rule that looks at other records, at files, at git or at the clock; it runs again when one of those changes. The
 * text of its record is not at hand then, only what the index keeps of it.
 */
export interface WorkspaceRule<F = unknown> extends RuleData {
  readonly scope: 'workspace';
  /**
   * Takes from a record what the index keeps of it for this rule alone: plain and small, undefined where there is
   * nothing to check. Only asked about records for which the rule counts. A rule without it is given the summary.
   */
  facts?(record: ParsedRecord, context: FactsContext): F | undefined;
  check(facts: F, context: WorkspaceContext): Iterable<SummaryReport>;
}

/** A rule about the waivers of a record, which runs when everything else is known. */
export interface WaiverRule extends RuleData {
  readonly scope: 'waiver';
  check(waiver: WaiverFacts, context: WaiverContext): Iterable<SummaryReport>;
}

/** A rule about the files under `.changebook/`, whose reader reports in its name. */
export interface ConfigRule extends RuleData {
  readonly scope: 'config';
}

export type Rule = RecordRule | WorkspaceRule | WaiverRule | ConfigRule;
