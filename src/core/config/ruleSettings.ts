import type { Severity } from '../findings/finding';
import { expectedArgs } from '../findings/problemReports';
import { locate } from '../model/parse/located';
import { hintArgs, nearestName } from '../model/parse/nearest';
import type { FieldPath } from '../model/parse/problem';
import { plainValue } from '../model/parse/readFields';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '../model/parse/yamlTree';
import type { FieldType } from '../model/vocabulary/fieldType';
import { type ConfigType, choiceNamed, isOwnField } from '../model/vocabulary/vocabulary';
import { type ConfigFile, report } from './readConfigFile';
import type { RuleSetting, RuleSettings } from './workspaceConfig';

const severities = ['off', 'info', 'warning', 'error'] as const;

/** A rule that a configuration may set: its id, its options by name, and whether it is off without a configuration. */
export interface KnownRule {
  readonly id: string;
  readonly needsTeam?: true;
  readonly options: { readonly [name: string]: { readonly type: FieldType } };
}

function familyOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'));
}

/**
 * Reads the settings of rules at a path of a configuration file. What is wrong is reported and left out.
 *
 * @param known all rules of this version
 */
export function readRuleSettings(
  target: ConfigFile<ConfigType>,
  path: FieldPath,
  known: readonly KnownRule[],
): RuleSettings {
  const settings = new Map<string, RuleSetting>();
  const node = locate(target.located, path)?.node;
  if (!node || isNothing(node)) return settings;
  if (node.kind !== 'map') {
    report(target, 'notMapping', node.range);
    return settings;
  }
  for (const entry of node.entries) {
    const rule = known.find(({ id }) => id === entry.key);
    if (!rule) unknownRule(target, entry, known);
    else {
      const setting = readSetting(target, entry, rule);
      if (setting) settings.set(entry.key, setting);
    }
  }
  return settings;
}

/** Reports an unknown rule, unless its family is unknown too: a newer version of Changebook may have it. */
function unknownRule(
  target: ConfigFile<ConfigType>,
  { key, keyRange }: YamlEntry,
  known: readonly KnownRule[],
): void {
  if (isOwnField(key)) return;
  const isOfFamily = known.some(({ id }) => familyOf(id) === familyOf(key));
  if (/^[a-z-]+\/[a-z-]+$/.test(key) && !isOfFamily) return;
  const nearest = nearestName(
    key,
    known.map(({ id }) => id),
  );
  report(target, 'rule', keyRange, { value: key.slice(0, 80), ...hintArgs(nearest) });
}

function readSetting(
  target: ConfigFile<ConfigType>,
  { value }: YamlEntry,
  rule: KnownRule,
): RuleSetting | undefined {
  if (value.kind === 'map') return readOptions(target, rule, value);
  const severity = readSeverity(target, value);
  return severity ? { severity, options: {} } : undefined;
}

function readSeverity(target: ConfigFile<ConfigType>, node: YamlNode): Severity | 'off' | undefined {
  if (node.kind !== 'scalar') {
    report(target, 'setting', node.range);
    return undefined;
  }
  const severity = severities.find((known) => known === node.value);
  if (!severity)
    report(target, 'severity', node.range, {
      value: node.value.slice(0, 60),
      ...hintArgs(nearestName(node.value, severities)),
    });
  return severity;
}

/** A value out of several under its canonical name. */
function canonical(value: unknown, { choices }: FieldType): unknown {
  return choices && typeof value === 'string' ? (choiceNamed(choices, value) ?? value) : value;
}

function readOptions(
  target: ConfigFile<ConfigType>,
  { id: rule, options: known }: KnownRule,
  map: YamlMap,
): RuleSetting {
  const options: { [name: string]: unknown } = {};
  let severity: Severity | 'off' | undefined;
  for (const entry of map.entries) {
    const option = known[entry.key];
    if (entry.key === 'severity') severity = readSeverity(target, entry.value);
    else if (!option && isOwnField(entry.key)) continue;
    else if (!option) {
      const nearest = nearestName(entry.key, ['severity', ...Object.keys(known)]);
      report(target, 'option', entry.keyRange, { value: entry.key.slice(0, 60), rule, ...hintArgs(nearest) });
    } else {
      const checked = option.type.schema.safeParse(canonical(plainValue(entry.value), option.type));
      if (checked.success) options[entry.key] = checked.data;
      else
        report(target, 'optionValue', entry.value.range, {
          value: entry.key,
          rule,
          ...expectedArgs(option.type.kind),
        });
    }
  }
  return { options, ...(severity ? { severity } : {}) };
}
