import { perConfig } from '../config/perConfig';
import { type RuledFile, settingOf } from '../config/ruleSetting';
import type { RuleSetting } from '../config/workspaceConfig';
import type { Finding, Severity } from '../findings/finding';
import type { FactSource } from '../index/factSource';
import type { RecordType } from '../model/vocabulary/vocabulary';
import { recordRules, sharedSources, workspaceRules } from './registry';
import type { RecordRule, RuleContext, RuleData, SummaryReport, WorkspaceRule } from './rule';
import { type Subject, severityOf } from './severity';

/** A rule that has something to say about records of a kind, with what the team set for it. */
interface EffectiveRule<R extends RuleData> {
  readonly rule: R;
  readonly option: RuleContext['option'];
  readonly severityOf: (report: Pick<SummaryReport, 'severity'>) => Severity;
  readonly keep: (report: SummaryReport) => Finding;
}

interface EffectiveRules {
  readonly record: readonly EffectiveRule<RecordRule>[];
  readonly workspace: readonly EffectiveRule<WorkspaceRule>[];
  /** For whom the index keeps something of such a record. */
  readonly sources: readonly FactSource[];
}

const kindsOf = perConfig(() => new Map<string, EffectiveRules>());

/**
 * The rules that count for a record. Records are of a few kinds (type, stage, type of change, overrides that fit), and
 * asking every rule anew for each of ten thousand costs as much as some rules do.
 */
export function effectiveRules(type: RecordType, subject: Subject, target: RuledFile): EffectiveRules {
  const { config, file } = target;
  let kind = `${type}\n${subject.changeType ?? ''}\n`;
  for (const { matches } of config.overrides) kind += matches(file) ? '1' : '0';
  kind += `\n${subject.stage}`;
  const kinds = kindsOf(config);
  let found = kinds.get(kind);
  if (!found) {
    const workspace = counting(workspaceRules);
    const keeping = workspace.map(({ rule }) => rule).filter(keepsFacts);
    found = { record: counting(recordRules), workspace, sources: [...sharedSources, ...keeping] };
    // Stages may be names of the team's own, so hostile records could be of any number of kinds.
    if (kinds.size > 500) kinds.clear();
    kinds.set(kind, found);
  }
  return found;

  function counting<R extends RuleData>(rules: readonly R[]): EffectiveRule<R>[] {
    return rules.flatMap((rule) => {
      if (!rule.appliesTo.includes(type)) return [];
      const setting = settingOf(rule.id, target);
      const severity = severityOf(rule, setting, subject);
      if (!severity) return [];
      const severityIn = reportSeverity(rule, setting, severity, subject);
      const keep = keeper(rule, setting, severity, subject);
      return [{ rule, option: optionOf(rule, setting), severityOf: severityIn, keep }];
    });
  }
}

function keepsFacts(rule: WorkspaceRule): rule is WorkspaceRule & FactSource {
  return rule.facts !== undefined;
}

/** Gives an option's value: the team's, else the default. */
export function optionOf(rule: RuleData, setting: RuleSetting | undefined): RuleContext['option'] {
  return (name) => setting?.options[name] ?? rule.options[name]?.default;
}

/** The severity of a rule's reports. A report's own one counts unless the team set one for the rule. */
function reportSeverity(
  rule: RuleData,
  setting: RuleSetting | undefined,
  severity: Severity,
  subject: Subject,
): EffectiveRule<RuleData>['severityOf'] {
  return (report) => {
    const own = setting?.severity ? undefined : report.severity;
    const mild = rule.emergency?.warning && subject.changeType === 'emergency' && own === 'error';
    return mild ? 'warning' : (own ?? severity);
  };
}

/** Makes findings of a rule's reports. */
export function keeper(
  rule: RuleData,
  setting: RuleSetting | undefined,
  severity: Severity,
  subject: Subject,
): (report: SummaryReport) => Finding {
  const severityIn = reportSeverity(rule, setting, severity, subject);
  return (report) => {
    return {
      rule: rule.id,
      severity: severityIn(report),
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
