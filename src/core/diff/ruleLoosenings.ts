import type { RuleSetting, RuleSettings, WorkspaceConfig } from '../config/workspaceConfig';
import type { FieldPath } from '../model/parse/problem';
import { rules } from '../rules/registry';
import type { RuleData, RuleOption } from '../rules/rule';
import { sameValue } from './listChanges';
import type { Loosening } from './loosening';
import { valueText } from './valueText';

type Draft = Omit<Loosening, 'file'>;

const weight: { readonly [severity: string]: number } = { off: 0, info: 1, warning: 2, error: 3 };

/** A setting of a rule with its place in the configuration. */
interface Place {
  readonly setting: RuleSetting | undefined;
  readonly path: FieldPath;
  readonly files?: readonly string[];
}

/** Rules with a lower severity than before, everywhere or in some files, or with options that allow more. */
export function ruleLoosenings(before: WorkspaceConfig, after: WorkspaceConfig): Draft[] {
  const globs = new Map<string, readonly string[]>();
  for (const { data } of [before, after])
    for (const { files = [] } of data.overrides ?? []) globs.set(JSON.stringify(files), files);
  return rules.flatMap((rule) => {
    const [was, is] = [before.rules.get(rule.id), after.rules.get(rule.id)];
    const everywhere = looser(rule, was, { setting: is, path: ['rules', rule.id] });
    const somewhere = [...globs].flatMap(([key, files]) => {
      const [old, now] = [special(before, key, rule.id), special(after, key, rule.id)];
      if (!old && !now) return [];
      const index = (after.data.overrides ?? []).findIndex((row) => JSON.stringify(row.files ?? []) === key);
      const path = index < 0 ? ['overrides'] : ['overrides', index, 'rules', rule.id];
      return looser(rule, merged(was, old), { setting: merged(is, now), path, files });
    });
    // A loosening for all files is not repeated for some of them.
    return [...everywhere, ...somewhere.filter((other) => !everywhere.some((known) => alike(known, other)))];
  });
}

/** A rule's setting in the overrides for the same globs. Later ones win. */
function special({ data, overrides }: WorkspaceConfig, key: string, rule: string): RuleSetting | undefined {
  let setting: RuleSetting | undefined;
  overrides.forEach(({ rules: own }: { readonly rules: RuleSettings }, index) => {
    if (JSON.stringify(data.overrides?.[index]?.files ?? []) === key)
      setting = merged(setting, own.get(rule));
  });
  return setting;
}

function merged(base: RuleSetting | undefined, own: RuleSetting | undefined): RuleSetting | undefined {
  if (!base || !own) return own ?? base;
  const severity = own.severity ?? base.severity;
  return { options: { ...base.options, ...own.options }, ...(severity ? { severity } : {}) };
}

function alike(one: Draft, other: Draft): boolean {
  return (
    one.kind === other.kind && one.about === other.about && one.from === other.from && one.to === other.to
  );
}

function looser(rule: RuleData, was: RuleSetting | undefined, { setting: is, path, files }: Place): Draft[] {
  const about = { path, rules: [rule.id], ...(files ? { files } : {}) };
  const [from, to] = [severityText(rule, was), severityText(rule, is)];
  if (is?.severity === 'off')
    return from === 'off' ? [] : [{ kind: 'rule-off', ...about, about: rule.id, from, to }];
  const lowered = highest(rule, is) < highest(rule, was) || lowest(rule, is) < lowest(rule, was);
  const options = was?.severity === 'off' ? [] : looserOptions(rule, was, is);
  return [
    ...(lowered ? [{ kind: 'rule-lowered' as const, ...about, about: rule.id, from, to }] : []),
    ...options.map((option) => ({ kind: 'rule-option' as const, ...about, ...option })),
  ];
}

function severityText(rule: RuleData, setting: RuleSetting | undefined): string {
  return setting?.severity ?? (rule.errorFrom ? `${rule.severity}/error` : rule.severity);
}

/** The highest severity that a rule may have: without a setting it may become an error in a later state. */
function highest(rule: RuleData, setting: RuleSetting | undefined): number {
  return weight[setting?.severity ?? (rule.errorFrom ? 'error' : rule.severity)] ?? 0;
}

function lowest(rule: RuleData, setting: RuleSetting | undefined): number {
  return weight[setting?.severity ?? rule.severity] ?? 0;
}

function looserOptions(rule: RuleData, was: RuleSetting | undefined, is: RuleSetting | undefined) {
  return Object.entries(rule.options).flatMap(([name, option]) => {
    const [old, now] = [was?.options[name] ?? option.default, is?.options[name] ?? option.default];
    if (sameValue(old, now)) return [];
    return isStricter(option, old, now)
      ? []
      : [{ about: `${rule.id}.${name}`, from: valueText(old), to: valueText(now) }];
  });
}

/** Only numbers and values with an order can be compared. Any other new value is reported, so that a reviewer sees it. */
function isStricter({ allowance, strictestFirst }: RuleOption, old: unknown, now: unknown): boolean {
  if (strictestFirst) {
    const place = (value: unknown): number =>
      value === undefined ? strictestFirst.length : strictestFirst.indexOf(String(value));
    return place(now) < place(old);
  }
  const [was, is] = [old, now].map((value) => (allowance ? (value ?? Number.POSITIVE_INFINITY) : value));
  return typeof was === 'number' && typeof is === 'number' && (allowance ? is < was : is > was);
}
