import type { FieldTable } from '../vocabulary/fieldType';
import { fieldsByName } from '../vocabulary/vocabulary';
import type { YamlEntry, YamlMap } from './yamlTree';

/** The existing key after which a new one belongs, by the order of the vocabulary. */
export function previousEntry(map: YamlMap, table: FieldTable, name: string): YamlEntry | undefined {
  const order = Object.keys(table);
  const names = fieldsByName(table);
  const wanted = order.indexOf(name);
  const places = map.entries.map((entry) => order.indexOf(names.get(entry.key)?.name ?? ''));
  let best = -1;
  places.forEach((place, index) => {
    if (place >= 0 && place < wanted && (best < 0 || place >= (places[best] ?? -1))) best = index;
  });
  return map.entries[best];
}
