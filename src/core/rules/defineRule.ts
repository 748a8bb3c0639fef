import type { Report } from '../findings/report';
import type { FactSource, FactsContext } from '../index/factSource';
import type { RecordSummary } from '../index/recordSummary';
import type { RecordOf } from '../model/parse/record';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type {
  ConfigRule,
  RecordRule,
  RuleContext,
  RuleData,
  SummaryReport,
  WaiverRule,
  WorkspaceContext,
  WorkspaceRule,
} from './rule';

/** What a rule need not say where it is as most rules are. */
const usual = {
  appliesTo: ['change'],
  reads: [],
  options: {},
  sources: [],
  fixTitles: {},
} as const satisfies Partial<RuleData>;

/** What goes without saying of rules about waivers, and about the configuration: nobody waives what they find. */
const byScope: { readonly [scope: string]: Partial<RuleData> } = {
  waiver: { appliesTo: ['procedure', 'change', 'ticket'], lasts: 'always', waivable: false },
  config: { appliesTo: [], lasts: 'always', waivable: false },
};

/** The form of a text always matters, its start only as long as it is to come. */
const byAbout: { readonly [about: string]: Partial<RuleData> } = {
  form: { lasts: 'always' },
  start: { lasts: 'open' },
};

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

/** A rule across records that is content with what the index keeps of a record for everybody. */
interface WrittenSummaryRule extends Omit<Written<WorkspaceRule<RecordSummary>>, 'facts'> {
  readonly facts?: undefined;
}

/** A rule across records that has the index keep something of each record of its types. */
interface WrittenFactsRule<T extends RecordType, F>
  extends Omit<Written<WorkspaceRule<F>>, 'appliesTo' | 'facts' | 'check'> {
  readonly appliesTo?: readonly T[];
  facts(record: RecordOfTypes<T>, context: FactsContext): F | undefined;
  check(facts: F, context: WorkspaceContext): Iterable<SummaryReport>;
}

/**
 * Makes a rule of what its file says: everything that is left out is as it is with most rules.
 *
 * @param rule by default it reads changes alone, each by itself, and has neither options nor fixes
 */
export function defineRule<T extends RecordType = 'change'>(rule: WrittenRecordRule<T>): RecordRule;
export function defineRule(rule: WrittenSummaryRule): WorkspaceRule;
export function defineRule<F, T extends RecordType = 'change'>(
  rule: WrittenFactsRule<T, F>,
): WorkspaceRule<F> & FactSource<F>;
export function defineRule(rule: Written<WaiverRule>): WaiverRule;
export function defineRule(rule: Omit<ConfigRule, keyof typeof usual> & Partial<ConfigRule>): ConfigRule;
// Says to the bundler that a rule that nobody uses can be left out.
/* @__NO_SIDE_EFFECTS__ */
export function defineRule(rule: { readonly scope?: string; readonly about?: string }): object {
  const { scope = 'record', about = '' } = rule;
  return { scope, ...usual, ...byScope[scope], ...byAbout[about], ...rule };
}
