import { configTypeOf } from '../../config/configFiles';
import { customerKey } from '../../config/customerKey';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import type { RecordIndex } from '../../index/recordIndex';
import { plainName } from '../../model/text/plainName';
import { roleChoice } from '../../model/vocabulary/choices';
import type { MentionInput, NamedThing } from './mention';

/** What tells where to look for a name: all records, and the paths of the configuration's files. */
export interface NamingInput extends Pick<MentionInput, 'config'> {
  readonly index: Pick<RecordIndex, 'filesWithId' | 'referrersOf' | 'linkersOf' | 'allKeys' | 'entry'>;
  readonly configFiles: readonly string[];
}

/** The files in which a thing is described, as far as paths and the index tell. */
export function definingFiles({ kind, key, scope }: NamedThing, input: NamingInput): readonly string[] {
  const { index, configFiles } = input;
  if (kind === 'record') return index.filesWithId(key);
  if (kind === 'step' || kind === 'heading') return scopeFiles(scope, input);
  const settled = configFiles.filter((file) => configTypeOf(file) !== undefined);
  return kind === 'customer' ? settled.filter((file) => isOfCustomer(file, key)) : settled;
}

/** The files that may name a thing: of steps and headings those that have to do with their record, else all. */
export function namingFiles(thing: NamedThing, input: NamingInput): readonly string[] {
  const { index, configFiles } = input;
  if (thing.kind !== 'step' && thing.kind !== 'heading')
    return [...configFiles, ...[...index.allKeys()].map(([file]) => file)];
  const own = scopeFiles(thing.scope, input);
  const followers = index.referrersOf(thing.scope, 'procedure').map(({ file }) => file);
  return [...new Set([...own, ...followers, ...own.flatMap((file) => index.linkersOf(file))])];
}

/**
 * Tells of a text whether it may name a thing, which takes a hundredth of reading it: most texts of a workspace have none
 * of the ways in which it is written.
 */
export function namingTest(thing: NamedThing, input: NamingInput): (file: string, text: string) => boolean {
  const spellings = spellingsOf(thing, input.config);
  if (!spellings) return () => true;
  const escaped = spellings
    .filter((spelling) => spelling !== '')
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const written = new RegExp(escaped.join('|') || '(?!)', 'iu');
  const linkers = new Set(thing.kind === 'record' ? linkersOf(thing.key, input) : []);
  return (file, text) => linkers.has(file) || written.test(text);
}

function linkersOf(id: string, { index }: NamingInput): string[] {
  return index.filesWithId(id).flatMap((file) => [file, ...index.linkersOf(file)]);
}

/** The files of a record, which stands for its steps and headings. */
function scopeFiles(scope: string, { index }: NamingInput): readonly string[] {
  const files = index.filesWithId(scope);
  return files.length === 0 && index.entry(scope) ? [scope] : files;
}

function isOfCustomer(file: string, key: string): boolean {
  return configTypeOf(file) === 'customer' && customerKey(file) === key;
}

/** Every way in which texts may write a name; undefined where any text may. */
function spellingsOf({ kind, key }: NamedThing, config: WorkspaceConfig): readonly string[] | undefined {
  switch (kind) {
    case 'record':
      return [key];
    case 'customer':
      return [key, config.customers.get(key)?.name ?? ''];
    case 'environment':
      return [key, ...environmentSpellings(key, config)];
    case 'role':
      return [key, (Object.entries(roleChoice.choices).find(([name]) => name === key)?.[1] ?? [''])[0]];
    case 'person':
      return [key, ...personSpellings(key, config)];
    default:
      return undefined;
  }
}

function environmentSpellings(key: string, { data, customers }: WorkspaceConfig): string[] {
  const all = [data, ...customers.values()].flatMap(({ environments = [] }) => environments);
  const own = all.filter(({ name, aliases = [] }) =>
    [name ?? '', ...aliases].some((called) => plainName(called) === key),
  );
  return own.flatMap(({ name = '', aliases = [] }) => [name, ...aliases]);
}

function personSpellings(key: string, { data, customers, people }: WorkspaceConfig): string[] {
  const contacts = [...customers.values()].flatMap(({ contacts: own = [], partner }) => [
    ...own,
    ...(partner?.contacts ?? []),
  ]);
  const known = [
    ...(data.people ?? []).map(({ name = '', addresses = [] }) => [name, ...addresses]),
    ...contacts.map(({ name = '', email = '' }) => [name, email]),
  ];
  return known.filter((written) => written.some((one) => people.keyOf(one) === key)).flat();
}
