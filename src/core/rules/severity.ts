import type { RuleSetting } from '../config/workspaceConfig';
import type { Severity } from '../findings/finding';
import { hasReached, isOpen } from '../workflow/stages';
import type { RuleData } from './rule';

/** What of a record decides how bad a finding in it is. */
export interface Subject {
  /** The workflow's stage that counts; empty for procedures. */
  readonly stage: string;
  readonly changeType: string | undefined;
  /** It was closed before it was imported. */
  readonly cameClosed?: boolean | undefined;
}

/** The severity that a rule has for a record; undefined where it is silent. */
export function severityOf(
  rule: RuleData,
  setting: RuleSetting | undefined,
  subject: Subject,
): Severity | undefined {
  if (setting?.severity === 'off' || !counts(rule, setting, subject)) return undefined;
  const { stage, changeType } = subject;
  const late = rule.errorFrom !== undefined && hasReached(stage, rule.errorFrom);
  const severity = setting?.severity ?? (late ? 'error' : rule.severity);
  const mild = changeType === 'emergency' && rule.emergency?.warning && severity === 'error';
  return mild ? 'warning' : severity;
}

/** Whether a rule has anything to say about a record in this state. */
export function counts(
  rule: RuleData,
  setting: RuleSetting | undefined,
  { stage, changeType, cameClosed }: Subject,
): boolean {
  if ((cameClosed || stage === 'rejected' || stage === 'cancelled') && rule.lasts !== 'always') return false;
  if (!isOpen(stage) && rule.lasts === 'open') return false;
  const emergency = changeType === 'emergency' ? rule.emergency : undefined;
  if (emergency?.off) return false;
  const asked = rule.fromOption === undefined ? undefined : setting?.options[rule.fromOption];
  const from = typeof asked === 'string' ? asked : (emergency?.from ?? rule.from);
  return from === undefined || hasReached(stage, from);
}
