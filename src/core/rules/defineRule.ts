import type { Report } from '../findings/report';
import type { RecordOf } from '../model/parse/record';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { ConfigRule, RecordRule, RuleContext, RuleData, WaiverRule, WorkspaceRule } from './rule';

/** What a rule need not say where it is as most rules are. */
const usual = {
  appliesTo: ['change'],
  reads: [],
  options: {},
  sources: [],
  fixTitles: {},
} as const satisfies Partial<RuleData>;

/** A rule as its file writes it: what is special about it. */
type Written<R extends RuleData> = Omit<R, keyof typeof usual> & Partial<Pick<R, keyof typeof usual>>;

/** A rule that reads one record. It is only asked about records of the types that it applies to. */
interface WrittenRecordRule<T extends RecordType>
  extends Omit<Written<RecordRule>, 'scope' | 'appliesTo' | 'check'> {
  readonly scope?: 'record';
  readonly appliesTo?: readonly T[];
  check(record: RecordOfTypes<T>, context: RuleContext): Iterable<Report>;
}

/** A record of any of some types. */
type RecordOfTypes<T extends RecordType> = { [K in T]: RecordOf<K> }[T];

/**
 * Makes a rule of what its file says: everything that is left out is as it is with most rules.
 *
 * @param rule by default it reads changes alone, each by itself, and has neither options nor fixes
 */
export function defineRule<T extends RecordType = 'change'>(rule: WrittenRecordRule<T>): RecordRule;
export function defineRule(rule: Written<WorkspaceRule>): WorkspaceRule;
export function defineRule(rule: Written<WaiverRule>): WaiverRule;
export function defineRule(rule: Omit<ConfigRule, keyof typeof usual> & Partial<ConfigRule>): ConfigRule;
// Says to the bundler that a rule that nobody uses can be left out.
/* @__NO_SIDE_EFFECTS__ */
export function defineRule(rule: { readonly scope?: string }): object {
  return { scope: 'record', ...usual, ...(rule.scope === 'config' ? { appliesTo: [] } : {}), ...rule };
}
