import type { RuleSetting, WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordSummary } from '../index/recordSummary';
import type { ParsedRecord } from '../model/parse/record';
import type { LineMap } from '../model/text/lineMap';
import type { FileFacts } from '../ports';
import { hasReached } from '../workflow/stages';
import { compareFindings, type Finding, type Severity } from './finding';
import { stageOfRecord } from './recordStage';
import { recordRules, workspaceRules } from './registry';
import type { Report, RuleContext, RuleData, SummaryReport } from './rule';

/** What a check of one file needs besides its text. */
export interface CheckInput {
  /** Path of the file, relative to the workspace, with `/`. */
  readonly file: string;
  readonly config: WorkspaceConfig;
  /** The moment that counts as now, in milliseconds since 1970. */
  readonly now: number;
}

/** What a check across records needs besides. */
export interface WorkspaceCheckInput extends CheckInput {
  readonly index: RecordIndex;
  readonly files: FileFacts;
}

/** Nobody reads more findings of one rule in one record; a hostile one could make half a million. */
const mostOfOneRule = 1000;

/** Runs the rules that read one record alone. */
export function checkRecord(record: ParsedRecord, input: CheckInput): Finding[] {
  const stage = stageOfRecord(record);
  const findings: Finding[] = [];
  for (const rule of recordRules) {
    if (!rule.appliesTo.includes(record.type)) continue;
    const setting = settingOf(rule.id, input);
    const severity = severityOf(rule, setting, stage);
    if (!severity) continue;
    let reported = 0;
    for (const report of rule.check(record, { ...input, option: optionOf(rule, setting) })) {
      findings.push(findingOf(rule, setting, severity, report, record.lines));
      if (++reported === mostOfOneRule) break;
    }
  }
  return findings.sort(compareFindings);
}

/** Runs the rules that look at other records or files, for the record of one file. */
export function checkSummary(summary: RecordSummary, input: WorkspaceCheckInput): Finding[] {
  const findings: Finding[] = [];
  for (const rule of workspaceRules) {
    if (!rule.appliesTo.includes(summary.type)) continue;
    const setting = settingOf(rule.id, input);
    const severity = severityOf(rule, setting, summary.stage);
    if (!severity) continue;
    const option = optionOf(rule, setting);
    for (const report of rule.check(summary, { ...input, option }))
      findings.push(summaryFinding(rule, setting, severity, report));
  }
  return findings;
}

function settingOf(rule: string, input: CheckInput): RuleSetting | undefined {
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

/** The severity that a rule has at a stage; nothing where it is silent. */
function severityOf(rule: RuleData, setting: RuleSetting | undefined, stage: string): Severity | undefined {
  if (setting?.severity === 'off') return undefined;
  if (rule.from && !hasReached(stage, rule.from)) return undefined;
  if (setting?.severity) return setting.severity;
  return rule.errorFrom && hasReached(stage, rule.errorFrom) ? 'error' : rule.severity;
}

/** Gives an option's value: the team's, else the default. */
function optionOf(rule: RuleData, setting: RuleSetting | undefined): RuleContext['option'] {
  return (name) => setting?.options[name] ?? rule.options[name]?.default;
}

function findingOf(
  rule: RuleData,
  setting: RuleSetting | undefined,
  severity: Severity,
  report: Report,
  lines: LineMap,
): Finding {
  const { fixes, related, range, ...rest } = report;
  return summaryFinding(rule, setting, severity, {
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
      ? { related: related.map((place) => ({ ...place, file: '', range: lines.rangeAt(place.range) })) }
      : {}),
  });
}

/** A report's own severity counts unless the team set one for the rule. */
function summaryFinding(
  rule: RuleData,
  setting: RuleSetting | undefined,
  severity: Severity,
  report: SummaryReport,
): Finding {
  const own = setting?.severity ? undefined : report.severity;
  return {
    rule: rule.id,
    severity: own ?? severity,
    message: report.message,
    args: report.args ?? {},
    range: report.range,
    ...(report.related ? { related: report.related } : {}),
    ...(report.fixes
      ? { fixes: report.fixes.map((fix) => ({ ...fix, certain: fix.certain ?? false })) }
      : {}),
  };
}
