import { locate } from '../model/parse/located';
import type { People } from './people';
import { type ConfigFile, report } from './readConfigFile';

/** Reports members of parties of whom no address is known: no notice reaches them. */
export function checkParties(config: ConfigFile<'config'>, people: People): void {
  for (const [party, members] of Object.entries(config.data.parties ?? {}))
    members?.forEach((member, index) => {
      if (/^[^\s@<>]+@[^\s@<>]+$/.test(people.keyOf(member))) return;
      const range =
        locate(config.located, ['parties', party, index])?.node.range ?? config.located.node.range;
      report(config, 'noAddress', range, { value: member.slice(0, 60) });
    });
}
