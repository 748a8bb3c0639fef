import type { Located } from '../model/parse/located';
import type { ParsedRecord } from '../model/parse/record';
import { isNothing, type YamlNode } from '../model/parse/yamlTree';
import type { TextRange } from '../model/text/range';
import { listChanges } from './listChanges';
import type { RecordChange } from './recordChange';

/** What changed in front matter besides known fields: unknown keys, repeated keys, comments. */
export function hiddenChanges(before: ParsedRecord, after: ParsedRecord): RecordChange[] {
  const [old, now] = [extrasOf(before), extrasOf(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((about): RecordChange[] => {
    const [from, to] = [old.get(about), now.get(about)];
    if (from === to) return [];
    if (from === undefined) return [{ kind: 'field-set', about, to: to ?? '' }];
    return [to === undefined ? { kind: 'field-removed', about, from } : { kind: 'field', about, from, to }];
  });
  const { added, removed } = listChanges(commentsOf(before), commentsOf(after), (text) => text);
  if (added.length + removed.length > 0)
    changes.push({ kind: 'comments', from: removed.join(' ') || '—', to: added.join(' ') || '—' });
  return changes;
}

/** The source text of values that belong to no known field, by their paths. */
function extrasOf({ located, data, lines }: ParsedRecord): Map<string, string> {
  const extras = new Map<string, string>();
  const add = (path: string, { start, end }: TextRange): void => {
    let name = path;
    for (let count = 2; extras.has(name); count++) name = `${path} (${count})`;
    extras.set(name, lines.text.slice(start, end).trim());
  };
  walk(located, data, '', add);
  // The type is not part of the data.
  extras.delete('type');
  return extras;
}

function walk(
  place: Located,
  value: unknown,
  path: string,
  add: (path: string, range: TextRange) => void,
): void {
  const held = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly [name: string]: unknown;
  };
  const known = new Map(
    Object.entries(place.fields ?? {}).map(([name, field]) => [field.node, { name, field }]),
  );
  if (place.node.kind === 'map' && place.fields)
    for (const entry of place.node.entries) {
      const own = known.get(entry.value);
      const inside = `${path}${path === '' ? '' : '.'}${own?.name ?? entry.key}`;
      if (own && held[own.name] !== undefined) walk(own.field, held[own.name], inside, add);
      else if (!own || !isNothing(entry.value)) add(inside, entry.value.range);
    }
  place.items?.forEach((item, index) => {
    walk(item, held[String(index)], `${path}[${index}]`, add);
  });
}

/** The comments of front matter, in order. A `#` inside a value does not start one. */
function commentsOf({ lines: { text }, content, located }: ParsedRecord): string[] {
  const values: TextRange[] = [];
  const collect = (node: YamlNode): void => {
    if (node.kind === 'scalar') values.push(node.range);
    else if (node.kind === 'list') node.items.forEach(collect);
    else
      for (const { keyRange, value } of node.entries) {
        values.push(keyRange);
        collect(value);
      }
  };
  collect(located.node);
  values.sort((one, other) => one.start - other.start);
  const comments: string[] = [];
  let next = 0;
  for (const { index, 0: comment } of text.slice(content.start, content.end).matchAll(/(?<=^|\s)#.*/gm)) {
    const at = content.start + index;
    while ((values[next]?.end ?? at + 1) <= at) next++;
    if ((values[next]?.start ?? at + 1) > at) comments.push(comment.trim());
  }
  return comments;
}
