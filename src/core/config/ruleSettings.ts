import { locate } from '../model/parse/located';
import { hintArgs, nearestName } from '../model/parse/nearest';
import type { FieldPath } from '../model/parse/problem';
import { plainValue } from '../model/parse/readFields';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '../model/parse/yamlTree';
import { type ConfigType, isOwnField } from '../model/vocabulary/vocabulary';
import type { Severity } from '../rules/finding';
import { expectedArgs } from '../rules/problemReports';
import { ruleById, rules } from '../rules/registry';
import { type ConfigFile, report } from './readConfigFile';
import type { RuleSetting, RuleSettings } from './workspaceConfig';

const severities = ['off', 'info', 'warning', 'error'] as const;

/**
 * The families that every rule of this version belongs to. A rule of another family may come with another
 * version that a colleague already has, so its settings are let be.
 */
const families = new Set(rules.map((rule) => familyOf(rule.id)));

function familyOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'));
}

/** Reads the settings of rules at a path of a configuration file; what is wrong is reported and left out. */
export function readRuleSettings(target: ConfigFile<ConfigType>, path: FieldPath): RuleSettings {
  const settings = new Map<string, RuleSetting>();
  const node = locate(target.located, path)?.node;
  if (!node || isNothing(node)) return settings;
  if (node.kind !== 'map') {
    report(target, 'notMapping', node.range);
    return settings;
  }
  for (const entry of node.entries) {
    if (!ruleById(entry.key)) unknownRule(target, entry);
    else {
      const setting = readSetting(target, entry);
      if (setting) settings.set(entry.key, setting);
    }
  }
  return settings;
}

function unknownRule(target: ConfigFile<ConfigType>, entry: YamlEntry): void {
  if (isOwnField(entry.key)) return;
  if (/^[a-z-]+\/[a-z-]+$/.test(entry.key) && !families.has(familyOf(entry.key))) return;
  const ids = rules.map((rule) => rule.id);
  const nearest = nearestName(entry.key, ids);
  report(target, 'rule', entry.keyRange, { value: entry.key.slice(0, 80), ...hintArgs(nearest) });
}

function readSetting(target: ConfigFile<ConfigType>, entry: YamlEntry): RuleSetting | undefined {
  const { value } = entry;
  if (value.kind === 'map') return readOptions(target, entry.key, value);
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

function readOptions(target: ConfigFile<ConfigType>, rule: string, map: YamlMap): RuleSetting {
  const known = ruleById(rule)?.options ?? {};
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
      const checked = option.type.schema.safeParse(plainValue(entry.value));
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
