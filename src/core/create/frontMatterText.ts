import { flowText, scalarText } from '../edits/setFields';
import type { Language } from '../model/text/localized';
import type { FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { text } from '../model/vocabulary/fieldTypes';
import { choiceIn, keyIn } from '../model/vocabulary/vocabulary';

/** Values of fields by canonical name, closed ones by theirs. Undefined values are not written. */
export interface KnownValues {
  readonly [name: string]: unknown;
}

/**
 * The front matter of a new record, with its fences and in the usual order. Keys and closed values are in the given
 * language.
 *
 * @param more lines for fields that the table does not have
 */
export function frontMatterText(
  language: Language,
  table: FieldTable,
  values: KnownValues,
  more: readonly string[] = [],
): string {
  const rows = Object.entries(table).flatMap(([name, field]) => {
    const written = fieldText(language, field.type, values[name]);
    return written === undefined ? [] : [`${keyIn(language, name, field)}:${written}`];
  });
  return ['---', ...rows, ...more, '---', ''].join('\n');
}

/** What stands behind the colon of a field. A list of mappings has a line for each. */
function fieldText(language: Language, type: FieldType, value: unknown): string | undefined {
  if (type.item?.fields && isList(value)) {
    const items = value.flatMap((item) => valueText(language, type.item ?? text, item, flowText) ?? []);
    return items.length > 0 ? items.map((item) => `\n  - ${item}`).join('') : undefined;
  }
  const written = valueText(language, type, value, scalarText);
  return written === undefined ? undefined : ` ${written}`;
}

/** A value on one line, a text of it as `quote` writes one. */
function valueText(
  language: Language,
  type: FieldType,
  value: unknown,
  quote: (text: string) => string,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(type.choices ? choiceIn(language, type.choices, value) : value);
  if (isList(value)) {
    const items = value.flatMap((item) => valueText(language, type.item ?? text, item, flowText) ?? []);
    return items.length > 0 ? `[${items.join(', ')}]` : undefined;
  }
  const held = new Map(Object.entries(value));
  const parts = Object.entries(type.fields ?? {}).flatMap(([part, field]) => {
    const written = valueText(language, field.type, held.get(part), flowText);
    return written === undefined ? [] : [`${keyIn(language, part, field)}: ${written}`];
  });
  if (type.shorthand && held.size === 1 && parts.length === 1 && held.has(type.shorthand))
    return valueText(language, text, held.get(type.shorthand), quote);
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
