import type { KnownPerson } from './people';
import { perConfig } from './perConfig';
import type { WorkspaceConfig } from './workspaceConfig';

/** Everybody who has a login, by that; several people who share one stand for nobody. */
const byLogin = perConfig(({ data }: WorkspaceConfig): ReadonlyMap<string, KnownPerson | 'several'> => {
  const found = new Map<string, KnownPerson | 'several'>();
  for (const { name, addresses = [], logins = [] } of data.people ?? []) {
    const person = { name, addresses };
    for (const key of new Set(logins.map(loginKey))) found.set(key, found.has(key) ? 'several' : person);
  }
  found.delete('');
  return found;
});

/** Who has a login according to `people`; `several` where more than one person has it, undefined where nobody does. */
export function personOfLogin(login: string, config: WorkspaceConfig): KnownPerson | 'several' | undefined {
  return byLogin(config).get(loginKey(login));
}

/**
 * A key for comparing logins. Only the letters of ASCII have capitals: hosts tell other letters apart, however alike they
 * look, and no character may turn into another one.
 */
export function loginKey(login: string): string {
  return login
    .trim()
    .replace(/^@/, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether two entries of `people` are of one person: they share an address or, without any, their name. */
export function isSamePerson(one: KnownPerson, other: KnownPerson, { people }: WorkspaceConfig): boolean {
  if (one.addresses.length === 0 || other.addresses.length === 0)
    return textsOfPerson(one).some((text) => textsOfPerson(other).some((own) => people.same(text, own)));
  return one.addresses.some((text) => other.addresses.some((own) => people.sameAddress(text, own)));
}

/** Each way in which the configuration writes a person. */
export function textsOfPerson({ name, addresses }: KnownPerson): readonly string[] {
  return [...addresses, ...(name ? [name] : [])];
}
