import { flowText, scalarText } from '../edits/setFields';
import type { Language } from '../model/text/localized';
import type { FieldTable } from '../model/vocabulary/fieldType';
import { keyIn } from '../model/vocabulary/vocabulary';

/** Values of fields by canonical name: text, a number, a list, or parts. Undefined values are not written. */
export interface KnownValues {
  readonly [name: string]:
    | string
    | number
    | readonly string[]
    | { readonly [part: string]: string | readonly string[] | undefined }
    | undefined;
}

/** The front matter of a new record, with its fences and in the usual order. Keys are in the given language. */
export function frontMatterText(language: Language, table: FieldTable, values: KnownValues): string {
  const rows = Object.entries(table).flatMap(([name, field]) => {
    const text = valueText(language, field.type.fields ?? {}, values[name]);
    return text === undefined ? [] : [`${keyIn(language, name, field)}: ${text}`];
  });
  return ['---', ...rows, '---', ''].join('\n');
}

function valueText(language: Language, table: FieldTable, value: KnownValues[string]): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return scalarText(value);
  if (isList(value)) return value.length > 0 ? listText(value) : undefined;
  const parts = Object.entries(table).flatMap(([part, field]) => {
    const known = value[part];
    if (known === undefined) return [];
    return [`${keyIn(language, part, field)}: ${isList(known) ? listText(known) : flowText(known)}`];
  });
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : undefined;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function listText(items: readonly string[]): string {
  return `[${items.map(flowText).join(', ')}]`;
}
