import type { Located } from '../model/parse/located';
import type { YamlNode } from '../model/parse/yamlTree';
import { raw } from '../model/vocabulary/fieldTypes';
import { choiceNamed } from '../model/vocabulary/vocabulary';

/** Canonical names from the root down; an item of a list is named by what it is about, such as a component's name. */
export type NamedPath = readonly string[];

/** Follows a path of names; undefined where the text does not have it. */
export function placeNamed(root: Located | undefined, path: NamedPath): Located | undefined {
  let here = root;
  for (const part of path)
    here = here?.items ? itemNamed(here, part) : (partOf(here, part) ?? ownPlace(here, part));
  return here;
}

function partOf(here: Located | undefined, part: string): Located | undefined {
  return here?.fields && Object.hasOwn(here.fields, part) ? here.fields[part] : undefined;
}

/** A field of a team's own, which the format does not define and whose parts and items are just what they are. The caller knows that it may stand there. */
export function ownPlace(root: Located | undefined, key: string): Located | undefined {
  const node = root?.node;
  const entry = node?.kind === 'map' ? node.entries.find((own) => own.key === key) : undefined;
  return entry && { ...ownLocated(entry.value), key, keyRange: entry.keyRange };
}

function ownLocated(node: YamlNode): Located {
  const items = node.kind === 'list' ? node.items.map(ownLocated) : undefined;
  return { node, type: raw, key: undefined, keyRange: undefined, fields: undefined, items };
}

/** The item of a list that a text names. */
export function itemNamed({ items }: Located, name: string): Located | undefined {
  return items?.find((item) => itemName(item) === name);
}

/** What an item of a list is named by: the value of a scalar, else the first part that the vocabulary lists. */
export function itemName({ node, type, fields }: Located): string | undefined {
  if (node.kind === 'scalar') return (type.choices && choiceNamed(type.choices, node.value)) ?? node.value;
  for (const part of Object.keys(type.fields ?? {})) {
    const held = fields?.[part]?.node;
    if (held?.kind === 'scalar') return held.value;
  }
  return undefined;
}
