import type { ParsedRecord } from '../model/parse/record';
import type { YamlList } from '../model/parse/yamlTree';
import { lineBreakOf, type TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import type { FieldTable } from '../model/vocabulary/fieldType';
import { recordTypes } from '../model/vocabulary/vocabulary';
import { placeNamed } from './namedPlace';
import { flowMapping, setFields } from './setFields';

/**
 * The edit that appends an item, such as a waiver or an approval, to a list of the front matter. An existing list keeps
 * its style. A new one is written at its usual place, in the record's language.
 *
 * @returns undefined where the front matter cannot be edited, or the field is not a list
 */
export function addListItem(
  record: ParsedRecord,
  name: string,
  item: { readonly [part: string]: string },
): TextEdit[] | undefined {
  const table: FieldTable = recordTypes[record.type].fields;
  const fields = table[name]?.type.item?.fields ?? {};
  return addItemText(record, name, flowMapping(item, fields, record.language));
}

/** The same with the item as it is written in YAML. */
export function addItemText(record: ParsedRecord, name: string, text: string): TextEdit[] | undefined {
  const lineBreak = lineBreakOf(record.lines.text);
  const node = placeNamed(record.located, [name])?.node;
  if (node?.kind !== 'list' || node.items.length === 0) {
    if (node && node.kind !== 'list' && node.range.end > node.range.start) return undefined;
    return setFields(record, {
      [name]: { yaml: node?.kind === 'list' ? `[${text}]` : `${lineBreak}  - ${text}` },
    });
  }
  return appendItem(record, node, text);
}

/** The edit that appends an item to a list that has some, in the list's own style. */
export function appendItem(record: ParsedRecord, node: YamlList, text: string): TextEdit[] | undefined {
  const last = node.items.at(-1);
  if (!last) return undefined;
  if (node.flow) return [{ range: textRange(last.range.end), text: `, ${text}` }];
  const { lines } = record;
  const { line, column } = lines.positionAt(node.items[0]?.range.start ?? 0);
  const dash = /^[ \t]*-[ \t]*/.exec(lines.lineText(line))?.[0] ?? `${' '.repeat(Math.max(0, column - 2))}- `;
  return [
    { range: textRange(lines.startAfter(last.range)), text: `${dash}${text}${lineBreakOf(lines.text)}` },
  ];
}
