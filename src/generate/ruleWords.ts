import { changeStatusChoice } from '../core/model/vocabulary/choices';
import { choiceNamed } from '../core/model/vocabulary/vocabulary';
import type { Process, RuleData, RuleOption } from '../core/rules/rule';
import { code } from './markdown';

/** The processes that rules come from, by the letters that rules carry. */
export const processNames: { readonly [letter in Process]: string } = {
  A: 'updates and deployments',
  S: 'production deployments per customer',
  M: 'change and release tickets',
  P: 'putting applications into production',
  R: 'release procedure',
};

const severities = { error: 'error', warning: 'warning', info: 'information' };

/** How bad a rule's findings are and from which state on, in plain words. */
export function severityWords(rule: RuleData): string {
  const severity = severities[rule.severity];
  const words = [rule.from ? `${severity}, from ${state(rule.from)} on` : severity];
  if (rule.errorFrom) words.push(`error from ${state(rule.errorFrom)} on`);
  const { emergency } = rule;
  if (emergency?.warning) words.push('a warning for emergencies');
  if (emergency?.off) words.push('not for emergencies');
  if (emergency?.from) words.push(`for emergencies from ${state(emergency.from)} on`);
  if (rule.lasts === 'open') words.push('only while the change is open');
  if (rule.needsTeam) words.push('off without a `config.yaml`');
  return words.join('; ');
}

/** A state under both of its names. */
function state(name: string): string {
  const known = choiceNamed(changeStatusChoice.choices, name);
  return known ? `${code(known)} (${code(changeStatusChoice.choices[known][0])})` : code(name);
}

/** What an option holds. */
export function optionKind({ type }: RuleOption): string {
  const one = type.item ?? type;
  const words = one.kind === 'integer' ? 'whole number' : one.kind;
  return type.item ? `list of ${words}` : words;
}
