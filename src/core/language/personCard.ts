import { roleHolders } from '../approvals/roleHolders';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { CustomerData } from '../model/schema/recordData';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { contactRoleChoice } from '../model/vocabulary/choices';
import { asMarkdown } from './plainText';

const words = {
  roles: { en: 'Decides as {roles}', es: 'Decide como {roles}' },
  contact: { en: 'Contact of {customer}', es: 'Contacto de {customer}' },
  performs: { en: 'Performs deployment types {types}', es: 'Realiza despliegues de tipo {types}' },
} satisfies { readonly [word: string]: Localized };

/**
 * What the configuration says of a person, in markdown: addresses, roles, of which customer a contact.
 *
 * @param written the person as a text names them
 * @returns undefined where it says nothing
 */
export function personCard(written: string, config: WorkspaceConfig, language: Language): string | undefined {
  const key = config.people.keyOf(written);
  if (key === '') return undefined;
  const isSame = (name: string | undefined): boolean =>
    name !== undefined && config.people.keyOf(name) === key;
  const person = config.data.people?.find(
    ({ name, addresses = [] }) => isSame(name) || addresses.some(isSame),
  );
  const contacts = contactsOf(config).filter(({ name, email }) => isSame(name) || isSame(email));
  const addresses = new Set([...(person?.addresses ?? []), ...contacts.flatMap(({ email }) => email ?? [])]);
  const facts = [
    ...(addresses.size > 0
      ? [
          [...addresses]
            .slice(0, 5)
            .map((one) => asMarkdown(one, 80))
            .join(', '),
        ]
      : []),
    ...rolesOf(isSame, config, language),
    ...new Set(contacts.map((contact) => contactText(contact, language))),
    ...deploymentsOf(isSame, config, language),
  ];
  if (facts.length === 0) return undefined;
  const name = person?.name ?? contacts.find((contact) => contact.name)?.name ?? written;
  return [`**${asMarkdown(name)}**`, ...facts].join('  \n');
}

type Contact = NonNullable<CustomerData['contacts']>[number] & { readonly customer: string };

/** The contacts of all customers, and those of their partners. */
function contactsOf({ customers }: WorkspaceConfig): Contact[] {
  return [...customers].flatMap(([key, { name = key, contacts = [], partner }]) => [
    ...contacts.map((contact) => ({ ...contact, customer: name })),
    ...(partner?.contacts ?? []).map((contact) => ({ ...contact, customer: partner?.name ?? name })),
  ]);
}

function contactText({ customer, role }: Contact, language: Language): string {
  const what = role ? ` (${contactRoleChoice.choices[role][1][language]})` : '';
  return fillIn(words.contact[language], { customer: asMarkdown(customer) }) + asMarkdown(what);
}

function rolesOf(isSame: (name: string) => boolean, config: WorkspaceConfig, language: Language): string[] {
  const roles = [...roleHolders(config)].flatMap(([role, people]) => (people.some(isSame) ? role : []));
  return roles.length > 0
    ? [fillIn(words.roles[language], { roles: roles.map((role) => asMarkdown(role, 40)).join(', ') })]
    : [];
}

function deploymentsOf(
  isSame: (name: string) => boolean,
  config: WorkspaceConfig,
  language: Language,
): string[] {
  const types = (config.data.performers ?? []).flatMap(({ people = [], deployment_type = [] }) =>
    people.some(isSame) ? deployment_type : [],
  );
  return types.length > 0
    ? [fillIn(words.performs[language], { types: [...new Set(types)].join(', ') })]
    : [];
}
