import type { Located } from '../model/parse/located';
import { choiceNamed } from '../model/vocabulary/vocabulary';

/** Canonical names from the root down; an item of a list is named by what it is about, such as a component's name. */
export type NamedPath = readonly string[];

/** Follows a path of names; undefined where the text does not have it. */
export function placeNamed(root: Located | undefined, path: NamedPath): Located | undefined {
  let here = root;
  for (const part of path) here = here?.items ? itemNamed(here, part) : here?.fields?.[part];
  return here;
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
