import type { Language } from '../text/localized';
import type { FieldTable, FieldType } from './fieldType';
import { choiceIn, keyIn } from './vocabulary';

/**
 * A value on one line for people, with the names of its parts and of closed values in their language.
 *
 * @param type type of the value; undefined where the format does not define it
 */
export function valueIn(language: Language, value: unknown, type?: FieldType): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const items = value.map((item) => valueIn(language, item, type?.item));
    return items.join(value.some((item) => typeof item === 'object') ? '; ' : ', ');
  }
  if (typeof value !== 'object')
    return type?.choices ? choiceIn(language, type.choices, String(value)) : String(value);
  return Object.entries(value)
    .filter(([, held]) => held !== undefined && held !== null)
    .map(([name, held]) => {
      const part = fieldIn(type?.fields, name)?.type ?? type?.item;
      return `${fieldName(language, type?.fields, name)}: ${valueIn(language, held, part)}`;
    })
    .join(' · ');
}

/** A field's name in a language; a key that the format does not define stays as it is. */
export function fieldName(language: Language, table: FieldTable | undefined, name: string): string {
  const field = fieldIn(table, name);
  return field ? keyIn(language, name, field) : name;
}

function fieldIn(table: FieldTable | undefined, name: string) {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
