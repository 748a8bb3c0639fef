import { roleHolders } from '../approvals/roleHolders';
import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { localized } from '../model/text/localized';
import { plainName } from '../model/text/plainName';
import { contactRoleChoice, roleChoice } from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { OfferedAnswer } from './question';

/** Those who may answer for something: who holds a role, and the contacts of a customer, each once with what for. */
export function whoAnswers(config: WorkspaceConfig, customer: string | undefined): OfferedAnswer[] {
  const found = new Map<string, OfferedAnswer>();
  const add = (name: string | undefined, role: string | undefined, choices: ChoiceTable): void => {
    if (!name || found.has(plainName(name))) return;
    const description = role && localized((language) => choiceIn(language, choices, role));
    const label = { en: name, es: name };
    found.set(plainName(name), { value: name, label, ...(description ? { description } : {}) });
  };
  // Whom a name stands for is what the configured people say.
  for (const [role, people] of roleHolders(config)) {
    for (const address of people) {
      // Whom an address stands for is what the configured people say.
      const name = config.people.nameOf({ name: '', address }) || address;
      add(name, role, roleChoice.choices);
    }
  }
  const own = customerNamed(config, customer);
  for (const { name, role } of [...(own?.contacts ?? []), ...(own?.partner?.contacts ?? [])])
    add(name, role, contactRoleChoice.choices);
  return [...found.values()];
}
