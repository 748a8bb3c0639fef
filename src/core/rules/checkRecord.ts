import type { RuleSetting, WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordSummary } from '../index/recordSummary';
import type { ParsedRecord } from '../model/parse/record';
import type { LineMap } from '../model/text/lineMap';
import type { FileFacts, GitFacts } from '../ports';
import { applyWaivers } from './applyWaivers';
import { compareFindings, type Finding, type Severity } from './finding';
import { stageOfRecord } from './recordStage';
import { recordRulesFor, workspaceRules } from './registry';
import type { Report, RuleContext, RuleData, SummaryReport, WorkspaceContext } from './rule';
import { type Clock, clockAt } from './ruleClock';
import { type Subject, severityOf } from './severity';

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
  readonly git: GitFacts | undefined;
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
  /** Answers instead of `now`, where it matters how long the answers hold. */
  readonly clock?: Clock;
}

/** Nobody reads more findings of one rule in one record; a hostile one could make half a million. */
const mostOfOneRule = 1000;

/** Runs the rules that read one record alone. */
export function checkRecord(record: ParsedRecord, input: CheckInput): Finding[] {
  const changeType = record.type === 'change' ? record.data.change_type : undefined;
  const subject: Subject = { stage: stageOfRecord(record, input.config), changeType };
  const findings: Finding[] = [];
  for (const rule of recordRulesFor(record.type)) {
    const setting = settingOf(rule.id, input);
    const severity = severityOf(rule, setting, subject);
    if (!severity) continue;
    const kept = keeper(rule, setting, severity, subject);
    let reported = 0;
    for (const report of rule.check(record, { ...input, option: optionOf(rule, setting) })) {
      findings.push(kept(inLines(report, record.lines)));
      if (++reported === mostOfOneRule) break;
    }
  }
  return findings.sort(compareFindings);
}

/** All findings of one record: its own, those that need other records or files, and what its waivers make of them. */
export function checkEntry({ file, summary, findings }: IndexEntry, input: WorkspaceCheckInput): Finding[] {
  const own = [...findings, ...checkSummary(summary, file, input)];
  const { waivers } = summary;
  if (!waivers || waivers.length === 0) return own.sort(compareFindings);
  const subject = subjectOf(summary);
  const waived = applyWaivers(own, waivers, summary, {
    hasPassed: (moment) => clockOf(input).hasPassed(moment),
    settings: (rule) => settingOf(rule, { file, config: input.config }),
    context: (rule) => ({ file, config: input.config, option: optionOf(rule, undefined) }),
    subject,
    keep: (rule, severity, report) => keeper(rule, undefined, severity, subject)(report),
  });
  return waived.sort(compareFindings);
}

/** Runs the rules that look at other records, at files, or at the clock, for the record of one file. */
function checkSummary(summary: RecordSummary, file: string, input: WorkspaceCheckInput): Finding[] {
  const findings: Finding[] = [];
  const subject = subjectOf(summary);
  for (const rule of workspaceRules) {
    if (!rule.appliesTo.includes(summary.type)) continue;
    const setting = settingOf(rule.id, { file, config: input.config });
    const severity = severityOf(rule, setting, subject);
    if (!severity) continue;
    const kept = keeper(rule, setting, severity, subject);
    for (const report of rule.check(summary, contextOf(rule, setting, file, input)))
      findings.push(kept(report));
  }
  return findings;
}

function contextOf(
  rule: RuleData,
  setting: RuleSetting | undefined,
  file: string,
  input: WorkspaceCheckInput,
): WorkspaceContext {
  const { config, index, files, git } = input;
  const clock = clockOf(input);
  return {
    ...{ config, index, files, git, file, option: optionOf(rule, setting) },
    hasPassed: (moment) => clock.hasPassed(moment),
    today: (zone) => clock.today(zone),
    // Read only by the rules that ask for it, since a clock may note who does.
    get now() {
      return clock.now;
    },
  };
}

/** The clock that is given, or one that shows the given moment. */
function clockOf({ clock, now }: WorkspaceCheckInput): Clock {
  return clock ?? clockAt(now);
}

function subjectOf(summary: RecordSummary): Subject {
  return { stage: summary.stage, changeType: summary.change?.changeType };
}

/** The team's setting of a rule for a file: the workspace's, changed by every override that fits. */
export function settingOf(rule: string, input: CheckInput): RuleSetting | undefined {
  const { rules, overrides } = input.config;
  let setting = rules.get(rule);
  for (const override of overrides) {
    const special = override.rules.get(rule);
    if (!special || !override.fits(input.file)) continue;
    const severity = special.severity ?? setting?.severity;
    setting = { options: { ...setting?.options, ...special.options }, ...(severity ? { severity } : {}) };
  }
  return setting;
}

/** Gives an option's value: the team's, else the default. */
export function optionOf(rule: RuleData, setting: RuleSetting | undefined): RuleContext['option'] {
  return (name) => setting?.options[name] ?? rule.options[name]?.default;
}

/** A report of a record in lines and columns, so that it stands without the record's text. */
export function inLines({ fixes, related, range, ...rest }: Report, lines: LineMap): SummaryReport {
  return {
    ...rest,
    range: lines.rangeAt(range),
    ...(fixes
      ? {
          fixes: fixes.map((fix) => ({
            ...fix,
            edits: fix.edits.map((edit) => ({ ...edit, range: lines.rangeAt(edit.range) })),
          })),
        }
      : {}),
    ...(related
      ? {
          related: related.map((place) =>
            'file' in place ? place : { ...place, file: '', range: lines.rangeAt(place.range) },
          ),
        }
      : {}),
  };
}

/** Makes findings of a rule's reports. A report's own severity counts unless the team set one for the rule. */
export function keeper(
  rule: RuleData,
  setting: RuleSetting | undefined,
  severity: Severity,
  subject: Subject,
): (report: SummaryReport) => Finding {
  return (report) => {
    const own = setting?.severity ? undefined : report.severity;
    const mild = rule.emergency?.warning && subject.changeType === 'emergency' && own === 'error';
    return {
      rule: rule.id,
      severity: mild ? 'warning' : (own ?? severity),
      message: report.message,
      args: report.args ?? {},
      range: report.range,
      ...(report.related ? { related: report.related } : {}),
      ...(report.fixes
        ? { fixes: report.fixes.map((fix) => ({ ...fix, certain: fix.certain ?? false })) }
        : {}),
    };
  };
}
