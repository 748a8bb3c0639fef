import type { WorkspaceConfig } from '../config/workspaceConfig';
import { compareFindings, type Finding, type Severity } from '../findings/finding';
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
import { effectiveRules } from './effectiveRules';
import { stageOfRecord } from './recordStage';
import { ruleById } from './registry';
import { reportsOf } from './reportsOf';
import { mostOfOneRule, type SummaryReport, type WorkspaceContext } from './rule';
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
}

/**
 * The reports of one rule that are kept, so many of each severity: what is mild never hides what is not. Nothing is
 * made of the others, of which a hostile record may have half a million.
 */
function* firstOf<T extends Pick<SummaryReport, 'severity'>>(
  reports: Iterable<T>,
  severityOf: (report: T) => Severity,
): Iterable<T> {
  const left = { error: mostOfOneRule, warning: mostOfOneRule, info: mostOfOneRule };
  for (const report of reports) if (left[severityOf(report)]-- > 0) yield report;
}

/** Runs the rules that read one record alone. */
export function checkRecord(record: ParsedRecord, input: CheckInput): Finding[] {
  const changeType = record.type === 'change' ? record.data.change_type : undefined;
  const stage = stageOfRecord(record, input.config);
  const subject: Subject = { stage, changeType, cameClosed: cameClosed(record, stage) };
  const findings: Finding[] = [];
  const { file, config } = input;
  for (const { rule, option, severityOf, keep } of effectiveRules(record.type, subject, input).record) {
    const reports = rule.check(record, { file, config, option });
    for (const report of firstOf(reports, severityOf)) findings.push(keep(inLines(report, record.lines)));
  }
  return findings.sort(compareFindings);
}

/** All findings of one record: its own, those that need other records or files, and what its waivers make of them. */
export function checkEntry({ file, summary, findings }: IndexEntry, input: WorkspaceCheckInput): Finding[] {
  const own = withoutConsequences([...findings, ...checkSummary(summary, file, input)]);
  const { waivers } = summary;
  if (!waivers || waivers.length === 0) return own.sort(compareFindings);
  const { config } = input;
  const subject = subjectOf(summary);
  const { waiver: rules } = effectiveRules(summary.type, subject, { file, config });
  const hasPassed = (moment: number): boolean => clockOf(input).hasPassed(moment);
  const waived = applyWaivers(own, waivers, summary, { file, config, subject, rules, hasPassed });
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
  const around = {
    ...{ file, config, index, files, git, summary },
    hasPassed: (moment: number) => clock.hasPassed(moment),
    today: (zone: string) => clock.today(zone),
  };
  const rules = effectiveRules(summary.type, subjectOf(summary), { file, config }).workspace;
  for (const { rule, option, severityOf, keep } of rules) {
    const context: WorkspaceContext = {
      ...around,
      option,
      // Read only by the rules that ask for it, since a clock may note who does.
      get now() {
        return clock.now;
      },
    };
    for (const report of firstOf(reportsOf(rule, context), severityOf)) findings.push(keep(report));
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
