import type { Problem } from './problem';
import type { YamlEntry, YamlMap } from './yamlTree';

/** What is wrong with a mapping that has a key twice: each further one is pointed out. */
export function duplicateKeys(map: YamlMap): Problem[] {
  if (!hasDuplicates(map.entries)) return [];
  const seen = new Map<string, YamlEntry>();
  const problems: Problem[] = [];
  for (const entry of map.entries) {
    const first = seen.get(entry.key);
    if (first) {
      const range = entry.keyRange;
      problems.push({ code: 'duplicateKey', range, other: first.keyRange, args: { key: entry.key } });
    } else seen.set(entry.key, entry);
  }
  return problems;
}

/** Most mappings have a handful of keys, which are compared sooner than they are put into a set. */
function hasDuplicates(entries: readonly YamlEntry[]): boolean {
  if (entries.length > 8) return new Set(entries.map(({ key }) => key)).size < entries.length;
  return entries.some(({ key }, index) => entries.findIndex((other) => other.key === key) < index);
}
