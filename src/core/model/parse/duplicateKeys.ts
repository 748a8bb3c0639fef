import type { Problem } from './problem';
import type { YamlEntry, YamlMap } from './yamlTree';

/** One problem for each repeated key of a mapping; the first one counts. */
export function duplicateKeys(map: YamlMap): Problem[] {
  if (new Set(map.entries.map(({ key }) => key)).size === map.entries.length) return [];
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
