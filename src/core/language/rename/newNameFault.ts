import { configFolder } from '../../config/configFiles';
import { longestId } from '../../config/costlyPatterns';
import { configuredRoles, customerKeyOf, defaultIdPattern } from '../../config/workspaceConfig';
import { plainName } from '../../model/text/plainName';
import { roleChoice } from '../../model/vocabulary/choices';
import { roleNamed } from '../../model/vocabulary/roleNamed';
import { stepWordNamed } from '../../model/vocabulary/stepWords';
import { recordTypes } from '../../model/vocabulary/vocabulary';
import { environmentThing } from '../mentions/environmentThing';
import type { Mention } from '../mentions/mention';
import { isByKey } from './isByKey';
import { movedFile } from './movedFile';
import type { RenameInput } from './renamable';
import { type RenameRefusal, renameRefusal } from './renameRefusals';

const stepForm = /^[\p{L}\p{N}._-]+$/u;
const keyForm = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u;

/**
 * Why something cannot be called so, as far as the workspace tells; undefined where it can.
 *
 * @param taken ids on other branches and in other work trees, where somebody looked
 */
export function newNameFault(
  mention: Mention,
  name: string,
  input: RenameInput,
  taken: ReadonlySet<string> = new Set(),
): RenameRefusal | undefined {
  if (name.trim() === '') return renameRefusal('empty');
  if (/\p{Cc}|\u2028|\u2029/u.test(name)) return renameRefusal('oneLine');
  switch (mention.kind) {
    case 'record':
      return idFault(mention, name, input, taken);
    case 'customer':
      return customerFault(mention, name, input);
    case 'step':
      return stepForm.test(name) && !stepWordNamed(name) ? undefined : renameRefusal('stepName', { name });
    case 'environment':
      return environmentFault(mention, name, input);
    case 'person':
      return personFault(mention, name, input);
    case 'role':
      return roleFault(mention, name, input);
    default:
      return undefined;
  }
}

function idFault(
  mention: Mention,
  name: string,
  { config, index, files }: RenameInput,
  taken: ReadonlySet<string>,
): RenameRefusal | undefined {
  const { idPattern } = config;
  if (name.length > longestId || !idPattern.test(name))
    return renameRefusal('idForm', { name, pattern: idPattern.source });
  const entry = index.byId(mention.key);
  const { prefix } = recordTypes[entry?.summary.type ?? 'change'];
  if (idPattern === defaultIdPattern && !name.startsWith(`${prefix}-`))
    return renameRefusal('idType', { name, prefix });
  const [same] = index.filesWithId(name);
  if (same !== undefined) return renameRefusal('idTaken', { name, file: same });
  if (taken.has(name)) return renameRefusal('idElsewhere', { name });
  const to = entry && movedFile(mention, name, [entry.file], config);
  return to && files.exists(to.to) ? renameRefusal('fileTaken', { file: to.to }) : undefined;
}

/** A customer is renamed by its key, which is that of its file, or by its name. */
function customerFault(
  mention: Mention,
  name: string,
  { config, files }: RenameInput,
): RenameRefusal | undefined {
  const other = customerKeyOf(config, name);
  if (other !== undefined && other !== mention.key) return renameRefusal('taken', { name });
  if (!isByKey(mention, config)) return undefined;
  if (!keyForm.test(name) || /\.ya?ml$/i.test(name)) return renameRefusal('customerKey', { name });
  const file = `${configFolder}/customers/${name}.yaml`;
  return plainName(name) !== mention.key && files.exists(file)
    ? renameRefusal('fileTaken', { file })
    : undefined;
}

function environmentFault(
  mention: Mention,
  name: string,
  { config }: RenameInput,
): RenameRefusal | undefined {
  const { key, scope } = environmentThing(config, 'record', mention.scope || undefined, name, undefined);
  const own = mention.scope === '' ? config.data : config.customers.get(mention.scope);
  const isListed = own?.environments?.some((one) => plainName(one.name ?? '') === key);
  const isOther = scope === mention.scope && isListed && key !== mention.key;
  return isOther ? renameRefusal('taken', { name }) : undefined;
}

function personFault(mention: Mention, name: string, { config }: RenameInput): RenameRefusal | undefined {
  const { people } = config;
  if (name.includes('@')) return renameRefusal('address', { name });
  // A known name has an address; one that nobody knows is its own key.
  const other = people.keyOf(name);
  return other !== mention.key && other.includes('@') ? renameRefusal('taken', { name }) : undefined;
}

function roleFault(mention: Mention, name: string, { config }: RenameInput): RenameRefusal | undefined {
  const role = roleNamed(name);
  const known = [...Object.keys(roleChoice.choices), ...configuredRoles(config)];
  return role !== mention.key && known.includes(role) ? renameRefusal('taken', { name }) : undefined;
}
