import { roleChoice } from './choices';
import type { ChoiceTable } from './fieldType';

/** Names of roles in both languages, as the argument `name` of a sentence. */
export function roleArgs(name: string, ...roles: readonly string[]): { [key: string]: string } {
  const names: ChoiceTable = roleChoice.choices;
  return {
    [`${name}.en`]: roles.map((role) => role.replaceAll('_', ' ')).join(', '),
    [`${name}.es`]: roles.map((role) => names[role]?.[0] ?? role).join(', '),
  };
}
