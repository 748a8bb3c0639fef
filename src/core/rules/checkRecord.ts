import type { WorkspaceConfig } from '../config/workspaceConfig';
import { compareFindings, type Finding } from '../findings/finding';
import type { Report } from '../findings/report';
import { cameClosed } from '../index/cameClosed';
import type { IndexEntry } from '../index/indexEntry';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordSummary } from '../index/recordSummary';
import { withoutNothing } from '../index/withoutNothing';
import type { ParsedRecord } from '../model/parse/record';
import type { FileFacts, GitFacts, IdsElsewhere, NoGit } from '../model/ports';
import type { LineMap } from '../model/text/lineMap';
import { type Clock, clockAt } from '../model/time/ruleClock';
import { applyWaivers } from './applyWaivers';
import { type EffectiveRule, effectiveRules } from './effectiveRules';
import { phaseViews } from './phaseViews';
import { stageOfRecord } from './recordStage';
import { ruleById } from './registry';
import { reportsOf } from './reportsOf';
import { mostOfOneRule, type RecordRule, type Rule, type RuleContext, type SummaryReport } from './rule';
import type { Subject } from './severity';

/** What a check of one file needs besides its text. */
export interface CheckInput {
  /** Path of the file, relative to the workspace, with `/`. */
  readonly file: string;
  readonly config: WorkspaceConfig;
}

/** What a check across records needs. */
export interface WorkspaceCheckInput {
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  readonly files: FileFacts;
  readonly git: GitFacts | NoGit | undefined;
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  /** Where a record is made: the ids that others took. */
  readonly elsewhere?: IdsElsewhere;
  /** Answers instead of `now`, where it matters how long the answers hold. */
  readonly clock?: Clock;
  /** Puts the reviews that count in this run among the approvals of a record. */
  readonly withReviews?: (record: ParsedRecord, file: string) => ParsedRecord;
}

/**
 * Adds the findings of one rule, so many of each severity: what is mild never hides what is not. Nothing is made of the
 * other reports, of which a hostile record may have half a million.
 */
function addFirst<T extends Pick<SummaryReport, 'severity' | 'byOption'>>(
  findings: Finding[],
  reports: Iterable<T>,
  { severityOf, keep }: Pick<EffectiveRule<Rule>, 'severityOf' | 'keep'>,
  placed: (report: T) => SummaryReport,
): void {
  const left = { error: mostOfOneRule, warning: mostOfOneRule, info: mostOfOneRule };
  for (const report of reports) if (left[severityOf(report)]-- > 0) findings.push(keep(placed(report)));
}

/** Runs the rules that read one record alone. */
export function checkRecord(record: ParsedRecord, input: CheckInput): Finding[] {
  const changeType = record.type === 'change' ? record.data.change_type : undefined;
  const stage = stageOfRecord(record, input.config);
  const subject: Subject = { stage, changeType, cameClosed: cameClosed(record, stage) };
  const findings: Finding[] = [];
  const { file, config } = input;
  const placed = (report: Report): SummaryReport => inLines(report, record.lines);
  for (const counting of effectiveRules(record.type, subject, input).record) {
    const { rule, option } = counting;
    addFirst(findings, reportsOfViews(record, rule, { file, config, option }), counting, placed);
  }
  return findings.sort(compareFindings);
}

/** What a rule finds of a record, or of each of its phases. */
function reportsOfViews(record: ParsedRecord, rule: RecordRule, context: RuleContext): Iterable<Report> {
  const views = phaseViews(record, rule);
  const [first] = views;
  // Most rules find nothing: one generator around theirs takes as long as they do.
  return first && views.length === 1 ? rule.check(first, context) : reportsOfAll(views, rule, context);
}

/** What a rule finds of several views of a record; the same finding of several of them once. */
function* reportsOfAll(
  views: readonly ParsedRecord[],
  rule: RecordRule,
  context: RuleContext,
): Iterable<Report> {
  const told = new Set<string>();
  for (const view of views)
    for (const report of rule.check(view, context)) {
      const key = JSON.stringify([report.message, report.range, report.args]);
      if (told.has(key)) continue;
      told.add(key);
      yield report;
    }
}

/** All findings of one record: its own, those that need other records or files, and what its waivers make of them. */
export function checkEntry({ file, summary, findings }: IndexEntry, input: WorkspaceCheckInput): Finding[] {
  const own = withoutConsequences([...findings, ...checkSummary(summary, file, input)]);
  const { waivers } = summary;
  if (!waivers || waivers.length === 0) return own.sort(compareFindings);
  const { config, git } = input;
  const subject = subjectOf(summary);
  const { waiver: rules } = effectiveRules(summary.type, subject, { file, config });
  const hasPassed = (moment: number): boolean => clockOf(input).hasPassed(moment);
  const waived = applyWaivers(own, waivers, summary, { file, config, git, subject, rules, hasPassed });
  return waived.sort(compareFindings);
}

/**
 * Without what is only reported because a value at the same place could not be read, as if there were none. That it
 * could not must be an error itself: it is what keeps a change from going on.
 */
function withoutConsequences(findings: Finding[]): Finding[] {
  const key = ({ range: { start, end } }: Finding): string =>
    [start.line, start.column, end.line, end.column].join();
  const causes = findings.filter(
    ({ rule, message, severity }) => severity === 'error' && ruleById(rule)?.unreadable?.has(message),
  );
  if (causes.length === 0) return findings;
  const places = new Set(causes.map(key));
  return findings.filter((finding) => ruleById(finding.rule)?.about === 'form' || !places.has(key(finding)));
}

/** Runs the rules that look at other records, at files, or at the clock, for the record of one file. */
function checkSummary(summary: RecordSummary, file: string, input: WorkspaceCheckInput): Finding[] {
  const findings: Finding[] = [];
  const { config, index, files, git } = input;
  const clock = clockOf(input);
  const hasPassed = (moment: number): boolean => clock.hasPassed(moment);
  const today = (zone: string): number => clock.today(zone);
  const rules = effectiveRules(summary.type, subjectOf(summary), { file, config }).workspace;
  for (const counting of rules) {
    const { rule, option } = counting;
    // Written out: to spread what is the same for all of them cost a third of the whole check across records.
    const context = { file, config, index, files, git, summary, option, hasPassed, today };
    addFirst(findings, reportsOf(rule, context), counting, (report) => report);
  }
  return findings;
}

/** The clock that is given, or one that shows the given moment. */
function clockOf({ clock, now }: WorkspaceCheckInput): Clock {
  return clock ?? clockAt(now);
}

/** What of a record decides which rules count for it, and how much. */
export function subjectOf(summary: RecordSummary): Subject {
  const { stage, change, cameClosed } = summary;
  return { stage, changeType: change?.changeType, cameClosed };
}

/** A report of a record in lines and columns, so that it stands without the record's text. */
export function inLines({ fixes, related, range, ...rest }: Report, lines: LineMap): SummaryReport {
  return withoutNothing({
    ...rest,
    range: lines.rangeAt(range),
    fixes: fixes?.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: lines.rangeAt(edit.range) })),
    })),
    related: related?.map((place) =>
      'file' in place ? place : { ...place, file: '', range: lines.rangeAt(place.range) },
    ),
  });
}
