import { perConfig } from '../config/perConfig';
import { type RuledFile, settingOf } from '../config/ruleSetting';
import { type Finding, type Severity, severityWeight } from '../findings/finding';
import type { FactSource } from '../index/factSource';
import { withoutNothing } from '../index/withoutNothing';
import type { RecordType } from '../model/vocabulary/vocabulary';
import { recordRules, sharedSources, waiverRules, workspaceRules } from './registry';
import type {
  RecordRule,
  Rule,
  RuleContext,
  RuleData,
  SummaryReport,
  WaiverRule,
  WorkspaceRule,
} from './rule';
import { type Subject, severityOf } from './severity';

/** A rule that has something to say about records of a kind, with what the team set for it. */
export interface EffectiveRule<R extends Rule> {
  readonly rule: R;
  /** An option's value: the team's, else the default. */
  readonly option: RuleContext['option'];
  readonly severityOf: (report: Pick<SummaryReport, 'severity' | 'byOption'>) => Severity;
  readonly keep: (report: SummaryReport) => Finding;
}

interface EffectiveRules {
  readonly record: readonly EffectiveRule<RecordRule>[];
  readonly workspace: readonly EffectiveRule<WorkspaceRule>[];
  readonly waiver: readonly EffectiveRule<WaiverRule>[];
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
  let kind = `${type}\n${subject.changeType ?? ''}\n${subject.cameClosed ? '1' : ''}\n`;
  for (const { matches } of config.overrides) kind += matches(file) ? '1' : '0';
  kind += `\n${subject.stage}`;
  const kinds = kindsOf(config);
  let found = kinds.get(kind);
  if (!found) {
    const workspace = counting(workspaceRules);
    const keeping = workspace.map(({ rule }) => rule).filter(keepsFacts);
    found = {
      record: counting(recordRules),
      workspace,
      waiver: counting(waiverRules),
      sources: [...sharedSources, ...keeping],
    };
    // Stages may be names of the team's own, so hostile records could be of any number of kinds.
    if (kinds.size > 500) kinds.clear();
    kinds.set(kind, found);
  }
  return found;

  function counting<R extends Rule>(rules: readonly R[]): EffectiveRule<R>[] {
    return rules.flatMap((rule) => {
      if (!rule.appliesTo.includes(type)) return [];
      const setting = settingOf(rule.id, target);
      const severity = severityOf(rule, setting, subject);
      if (!severity) return [];
      // What is mild about a waiver stays so, whatever is set for the rule.
      const isSet = setting?.severity !== undefined && rule.scope !== 'waiver';
      const severityIn = reportSeverity(rule, isSet, severity, subject);
      return [
        {
          rule,
          option: (name) => setting?.options[name] ?? rule.options[name]?.default,
          severityOf: severityIn,
          keep: (report) => findingOf(rule, report, severityIn(report)),
        },
      ];
    });
  }
}

function keepsFacts(rule: WorkspaceRule): rule is WorkspaceRule & FactSource {
  return rule.facts !== undefined;
}

/** The severity of a rule's reports. A report's own one counts unless the team set one for the rule. */
function reportSeverity(
  rule: RuleData,
  isSet: boolean,
  severity: Severity,
  subject: Subject,
): EffectiveRule<Rule>['severityOf'] {
  return (report) => {
    const asked =
      report.byOption && report.severity && severityWeight[report.severity] > severityWeight[severity];
    const own = isSet && !asked ? undefined : report.severity;
    const mild = rule.emergency?.warning && subject.changeType === 'emergency' && own === 'error';
    return mild ? 'warning' : (own ?? severity);
  };
}

function findingOf(rule: RuleData, report: SummaryReport, severity: Severity): Finding {
  const { message, args = {}, range, related, fixes, overridableBy } = report;
  return withoutNothing({
    rule: rule.id,
    severity,
    message,
    args,
    range,
    related,
    overridableBy,
    fixes: fixes?.map((fix) => ({ ...fix, certain: fix.certain ?? false })),
  });
}
