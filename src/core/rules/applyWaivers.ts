import { type RuledFile, settingOf } from '../config/ruleSetting';
import type { Finding } from '../findings/finding';
import type { RecordSummary, WaiverFacts } from '../index/recordSummary';
import { nearestName } from '../model/parse/nearest';
import type { Clock } from '../model/time/ruleClock';
import type { EffectiveRule } from './effectiveRules';
import { type OverrideFlaw, overrideFlaw } from './overrideFlaw';
import { ruleById, rules } from './registry';
import type { WaiverContext, WaiverRule, WorkspaceContext } from './rule';
import { counts, type Subject } from './severity';

/** What waivers are applied by. */
interface WaiverInput extends RuledFile, Pick<Clock, 'hasPassed'>, Pick<WorkspaceContext, 'git'> {
  readonly subject: Subject;
  /** The rules about waivers that count for the record. */
  readonly rules: readonly EffectiveRule<WaiverRule>[];
}

/** Turns waived findings into information, and adds what is wrong with the waivers themselves. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly WaiverFacts[],
  summary: RecordSummary,
  input: WaiverInput,
): Finding[] {
  const left = [...findings];
  const added: Finding[] = [];
  for (const waiver of waivers) {
    let waived = 0;
    let refused = 0;
    let override: OverrideFlaw | undefined;
    left.forEach((finding, index) => {
      if (finding.rule !== waiver.rule) return;
      if (!isWaivable(finding)) refused++;
      else if (holds(waiver, input.hasPassed)) {
        const flaw = finding.overridableBy && overrideFlaw(waiver, finding.overridableBy, input);
        override ??= flaw;
        if (flaw && !flaw.mild) return;
        waived++;
        // Of several waivers the first one is named.
        if (!finding.waived) left[index] = asWaived(finding, waiver);
      }
    });
    added.push(...judge(waiver, summary, { waived, refused, override }, input));
  }
  return [...left, ...added];
}

function judge(
  waiver: WaiverFacts,
  summary: RecordSummary,
  figures: Pick<WaiverContext, 'waived' | 'refused' | 'override'>,
  input: WaiverInput,
): Finding[] {
  const named = ruleById(waiver.rule);
  const known = named !== undefined;
  const counting = known && counts(named, settingOf(named.id, input), input.subject);
  const waivable = known ? [] : rules.map(({ id }) => id).filter(isRuleWaivable);
  const nearest = nearestName(waiver.rule, waivable);
  const never = named?.waivable === false;
  const { file, config, hasPassed } = input;
  const around = { file, config, hasPassed, summary, ...figures, known, nearest, never, counts: counting };
  return input.rules.flatMap(({ rule, option, keep }) =>
    [...rule.check(waiver, { ...around, option })].map(keep),
  );
}

/** Whether findings of a rule, or one finding, may be waived at all. */
export function isWaivable(finding: Pick<Finding, 'rule' | 'severity'>): boolean {
  const { waivable, about } = ruleById(finding.rule) ?? {};
  return waivable !== false && !(about === 'form' && finding.severity === 'error');
}

/** Whether some finding of a rule may be waived. */
export function isRuleWaivable(rule: string): boolean {
  return isWaivable({ rule, severity: 'warning' });
}

/** Whether a waiver is complete and its last day not past. */
export function holds(waiver: WaiverFacts, hasPassed: WaiverInput['hasPassed']): boolean {
  return Boolean(waiver.by && waiver.reason) && (waiver.end === undefined || !hasPassed(waiver.end));
}

/** A finding as a waiver makes it: information, with who answers for it and why. */
export function asWaived(finding: Finding, { by = '', reason = '' }: WaiverFacts): Finding {
  return { ...finding, severity: 'info', waived: { by, reason } };
}
