import { locate } from '../model/parse/located';
import { loginKey } from './personOfLogin';
import { type ConfigFile, report } from './readConfigFile';

/** Reports logins that stand with a second person as well: what is reviewed with them counts for nobody. */
export function checkLogins(config: ConfigFile<'config'>): void {
  const first = new Map<string, number>();
  for (const [index, { logins = [] }] of (config.data.people ?? []).entries())
    for (const [place, login] of logins.entries()) {
      const key = loginKey(login);
      const owner = first.get(key) ?? index;
      first.set(key, owner);
      if (owner === index || key === '') continue;
      const path = ['people', index, 'logins'];
      const found = locate(config.located, [...path, place]) ?? locate(config.located, path);
      const { range } = found?.node ?? config.located.node;
      report(config, 'sharedLogin', range, { value: login.slice(0, 60) });
    }
}
