import { locate } from '../model/parse/located';
import type { ParsedRecord } from '../model/parse/record';
import { lineBreakOf, type TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import type { FieldTable } from '../model/vocabulary/fieldType';
import { keyIn, recordTypes } from '../model/vocabulary/vocabulary';
import { flowText, setFields } from './setFields';

/**
 * The edit that adds an item, such as a waiver or an approval, at the end of a list of the front matter. The list
 * keeps its form; a new one is written in the record's language, in its usual place.
 *
 * @returns nothing where the record has no front matter that could be edited, or the field holds something else
 */
export function addListItem(
  record: ParsedRecord,
  name: string,
  item: { readonly [part: string]: string },
): TextEdit[] | undefined {
  const table: FieldTable = recordTypes[record.type].fields;
  const fields = table[name]?.type.item?.fields ?? {};
  const inside = Object.entries(item).map(([part, value]) => {
    const field = fields[part];
    return `${field ? keyIn(record.language, part, field) : part}: ${flowText(value)}`;
  });
  const text = `{ ${inside.join(', ')} }`;
  const lineBreak = lineBreakOf(record.lines.text);
  const node = locate(record.located, [name])?.node;
  if (node?.kind !== 'list' || node.items.length === 0) {
    if (node && node.kind !== 'list' && node.range.end > node.range.start) return undefined;
    return setFields(record, {
      [name]: { yaml: node?.kind === 'list' ? `[${text}]` : `${lineBreak}  - ${text}` },
    });
  }
  const last = node.items.at(-1);
  if (!last) return undefined;
  if (node.flow) return [{ range: textRange(last.range.end), text: `, ${text}` }];
  const { lines } = record;
  const column = lines.positionAt(node.items[0]?.range.start ?? 0).column;
  const indent = lines.text.slice(lines.startOf(lines.lineAt(node.items[0]?.range.start ?? 0)));
  const dash = /^[ \t]*-[ \t]*/.exec(indent)?.[0] ?? `${' '.repeat(Math.max(0, column - 2))}- `;
  const end = lines.startOf(lines.lineAt(Math.max(last.range.start, last.range.end - 1)) + 1);
  return [{ range: textRange(end), text: `${dash}${text}${lineBreak}` }];
}
