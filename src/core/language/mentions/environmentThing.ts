import { environmentNamed } from '../../config/environments';
import { customerKeyOf, type WorkspaceConfig } from '../../config/workspaceConfig';
import type { Located } from '../../model/parse/located';
import { plainName } from '../../model/text/plainName';
import type { LanguageKind } from '../yamlPart';
import type { NamedThing } from './mention';

/**
 * The environment that a text names, by its name or an alias: the customer's own where that lists it, else the workspace's.
 * What the configuration gives a time may speak of the environments of several customers at once.
 *
 * @param customer whose text it is; undefined for the workspace's
 * @param holder the object that names it, which may say for which customers
 */
export function environmentThing(
  config: WorkspaceConfig,
  kind: LanguageKind,
  customer: string | undefined,
  written: string,
  holder: Located | undefined,
): NamedThing {
  const isListed = holder?.fields?.name !== undefined || holder?.fields?.aliases !== undefined;
  if (kind === 'config' && !isListed) {
    const [only, ...others] = (holder?.fields?.customers?.items ?? []).map(({ node }) => node);
    if (only?.kind !== 'scalar' || others.length > 0)
      return { kind: 'environment', key: plainName(written), scope: '*' };
    return environmentThing(config, 'record', only.value, written, undefined);
  }
  const key = customerKeyOf(config, customer);
  const found = environmentNamed(config, key, written);
  const own = key !== undefined && found && config.customers.get(key)?.environments?.includes(found);
  return { kind: 'environment', key: plainName(found?.name ?? written), scope: own ? key : '' };
}
