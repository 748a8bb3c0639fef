import { locate } from '../model/parse/located';
import { ownNameFault } from './ownFields';
import { type ConfigFile, report } from './readConfigFile';

/** Reports fields of a team's own under names that they cannot have, and listed values of what is neither text nor list. */
export function checkOwnFields(config: ConfigFile<'config'>): void {
  for (const [name, { type = 'text', values }] of Object.entries(config.data.fields ?? {})) {
    const place = locate(config.located, ['fields', name]);
    const fault = ownNameFault(name);
    if (fault)
      report(config, fault, place?.keyRange ?? config.located.node.range, { value: name.slice(0, 60) });
    const listed = locate(config.located, ['fields', name, 'values']);
    if (values && type !== 'text' && type !== 'list')
      report(config, 'ownValues', listed?.keyRange ?? config.located.node.range);
  }
}
