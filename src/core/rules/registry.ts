import type { RecordType } from '../model/vocabulary/vocabulary';
import { invalid } from './config/invalid';
import { bothLanguages } from './format/bothLanguages';
import { field } from './format/field';
import { frontMatter } from './format/frontMatter';
import { id } from './format/id';
import { placeholder } from './format/placeholder';
import { secret } from './format/secret';
import { sections } from './format/sections';
import { time } from './format/time';
import { versionNumber } from './format/versionNumber';
import { file } from './links/file';
import { procedureVersion } from './links/procedureVersion';
import { record } from './links/record';
import { supersedesCycle } from './links/supersedesCycle';
import type { RecordRule, Rule, WaiverRule, WorkspaceRule } from './rule';
import { fridayRule } from './schedule/friday';
import { waiverExpired } from './waiver/expired';
import { waiverInvalid } from './waiver/invalid';
import { waiverUnused } from './waiver/unused';

/** Every rule, one row each, in the order in which the pages list them. */
export const rules: readonly Rule[] = [
  frontMatter,
  field,
  bothLanguages,
  versionNumber,
  time,
  id,
  sections,
  placeholder,
  secret,
  record,
  file,
  procedureVersion,
  supersedesCycle,
  fridayRule,
  waiverInvalid,
  waiverExpired,
  waiverUnused,
  invalid,
];

export const recordRules: readonly RecordRule[] = rules.filter((rule) => rule.scope === 'record');
export const workspaceRules: readonly WorkspaceRule[] = rules.filter((rule) => rule.scope === 'workspace');

export const waiverRules: readonly WaiverRule[] = rules.filter((rule) => rule.scope === 'waiver');

const recordRulesByType = new Map<string, RecordRule[]>();

/** The rules that read one record of a type alone. */
export function recordRulesFor(type: RecordType): readonly RecordRule[] {
  let own = recordRulesByType.get(type);
  if (!own) {
    own = recordRules.filter((rule) => rule.appliesTo.includes(type));
    recordRulesByType.set(type, own);
  }
  return own;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with this id. */
export function ruleById(ruleId: string): Rule | undefined {
  return byId.get(ruleId);
}
