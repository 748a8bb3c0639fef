import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { applyEdits, lineBreakOf, type TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import { addItemText, appendItem } from './addListItem';
import { itemNamed, type NamedPath, placeNamed } from './namedPlace';
import { removeEdits } from './removeEdits';
import { flowMapping, setFields, setParts } from './setFields';

/** What is written into a front matter, at a place by canonical names. */
export type FieldWrite =
  /** A value as YAML; of a list its items, so that the list keeps its style. */
  | {
      readonly kind: 'write';
      readonly path: NamedPath;
      readonly yaml: string;
      readonly items?: readonly string[];
    }
  /** A field, a part or an item goes. */
  | { readonly kind: 'remove'; readonly path: NamedPath }
  /** An item is added to a list that has none of its name. */
  | { readonly kind: 'add'; readonly path: NamedPath; readonly name: string; readonly yaml: string };

/**
 * The edit that makes all writes, one after the other, and changes nothing else.
 *
 * @returns undefined where the front matter cannot be edited, or a write finds no place
 */
export function writeEdits(text: string, writes: readonly FieldWrite[]): TextEdit[] | undefined {
  let after = text;
  for (const write of writes) {
    const record = parseRecord(after, { expected: true });
    const edits = record && editsOf(record, write);
    if (!edits) return undefined;
    after = applyEdits(after, edits).text;
  }
  return editBetween(text, after);
}

/** The shortest single edit that makes one text of another; none where they are the same. */
export function editBetween(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [{ range: textRange(start, before.length - end), text: after.slice(start, after.length - end) }];
}

function editsOf(record: ParsedRecord, write: FieldWrite): TextEdit[] | undefined {
  const { path } = write;
  if (write.kind === 'remove') return placeNamed(record.located, path) ? removeEdits(record, path) : [];
  if (write.kind === 'add') return added(record, write);
  const [name = '', part, ...rest] = path;
  if (part === undefined) return setFields(record, { [name]: { yaml: asListed(record, write) } });
  const parts = { [path.at(-1) ?? '']: { yaml: write.yaml } };
  const holder = placeNamed(record.located, path.slice(0, -1));
  if (holder?.node.kind === 'map' && holder.node.entries.length > 0) return setParts(record, holder, parts);
  return rest.length === 0 ? setFields(record, { [name]: { parts } }) : shorthand(record, write);
}

/** The value of a list in the style of the one that stands there. */
function asListed(record: ParsedRecord, { path, yaml, items }: FieldWrite & { kind: 'write' }): string {
  const node = placeNamed(record.located, path)?.node;
  if (!items || node?.kind !== 'list' || node.flow || items.length === 0) return yaml;
  const { lines } = record;
  const column = lines.positionAt(node.items[0]?.range.start ?? 0);
  const dash = /^[ \t]*-[ \t]+/.exec(lines.lineText(column.line))?.[0] ?? '  - ';
  return items.map((item) => `${lineBreakOf(lines.text)}${dash}${item}`).join('');
}

/** A part of an item that is written as a bare text, such as a ticket by its id alone. */
function shorthand(record: ParsedRecord, { path, yaml }: FieldWrite & { kind: 'write' }) {
  const item = placeNamed(record.located, path.slice(0, -1));
  const { fields, shorthand: bare } = item?.type ?? {};
  if (item?.node.kind !== 'scalar' || !fields || !bare) return undefined;
  const { start, end } = item.node.range;
  const parts = { [bare]: { yaml: record.lines.text.slice(start, end) }, [path.at(-1) ?? '']: { yaml } };
  return [{ range: item.node.range, text: flowMapping(parts, fields, record.language) }];
}

function added(record: ParsedRecord, { path, name, yaml }: FieldWrite & { kind: 'add' }) {
  const list = placeNamed(record.located, path);
  if (list && itemNamed(list, name)) return [];
  const [field = '', part] = path;
  // A list that is written as its only item becomes one.
  const lone =
    list?.items && list.node.kind === 'scalar' && list.items.length > 0 ? list.node.range : undefined;
  const before = lone ? record.lines.text.slice(lone.start, lone.end) : undefined;
  if (part === undefined && before === undefined) return addItemText(record, field, yaml);
  if (list?.node.kind === 'list' && list.node.items.length > 0) return appendItem(record, list.node, yaml);
  if (list?.node.kind === 'map') return undefined;
  const listed = before === undefined ? `[${yaml}]` : `[${before}, ${yaml}]`;
  return editsOf(record, { kind: 'write', path, yaml: listed });
}
