import type { Language, Localized } from '../text/localized';
import { changeFields } from './changeFields';
import { recordTypeChoice } from './choices';
import { configFields, customerFields } from './configFields';
import { type ChoiceTable, type Field, type FieldTable, objectSchema } from './fieldType';
import { procedureFields } from './procedureFields';
import { ticketFields } from './ticketFields';

/** The types of record, with the fields and the schema of each. Everything else is derived from these tables. */
export const recordTypes = {
  procedure: { prefix: 'PROC', fields: procedureFields, schema: objectSchema(procedureFields) },
  change: { prefix: 'CHG', fields: changeFields, schema: objectSchema(changeFields) },
  ticket: { prefix: 'TKT', fields: ticketFields, schema: objectSchema(ticketFields) },
};

/** The kinds of file under `.changebook/`. */
export const configTypes = {
  config: { fields: configFields, schema: objectSchema(configFields) },
  customer: { fields: customerFields, schema: objectSchema(customerFields) },
};

export type RecordType = keyof typeof recordTypes;
export type ConfigType = keyof typeof configTypes;

/** The record type that a value of `type` or `tipo` names in either language. */
export function recordTypeNamed(value: string): RecordType | undefined {
  return choiceNamed(recordTypeChoice.choices, value);
}

/** The canonical value that a text names in either language. */
export function choiceNamed<T extends { readonly [value: string]: readonly [es: string, ...unknown[]] }>(
  choices: T,
  value: string,
): (keyof T & string) | undefined {
  if (Object.hasOwn(choices, value)) return value;
  for (const name in choices) if (choices[name]?.[0] === value) return name;
  return undefined;
}

/** A closed value's name in a language; any other value stays as it is. */
export function choiceIn(language: Language, choices: ChoiceTable, value: string): string {
  return language === 'es' ? (choices[value]?.[0] ?? value) : value;
}

/** Names of closed values in both languages, separated by commas: all of a table, unless some are given. */
export function choiceNames(
  choices: ChoiceTable,
  values: readonly string[] = Object.keys(choices),
): Localized {
  const names = (language: Language): string =>
    [...new Set(values.map((value) => choiceIn(language, choices, value)))].join(', ');
  return { en: names('en'), es: names('es') };
}

/** A canonical name with blanks: `to be released` for `to_be_released`. */
export function withSpaces(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A field that was found by a key. */
export interface NamedField {
  readonly name: string;
  readonly field: Field;
  /** Its place in the table, from 0. */
  readonly place: number;
  /** The language of the key; undefined where both languages use the same word. */
  readonly language: Language | undefined;
}

const lookups = new WeakMap<FieldTable, Map<string, NamedField>>();

/** The fields of a table by each of the names that they are accepted under. */
export function fieldsByName(table: FieldTable): ReadonlyMap<string, NamedField> {
  const known = lookups.get(table);
  if (known) return known;
  const lookup = new Map<string, NamedField>();
  for (const [place, [name, field]] of Object.entries(table).entries()) {
    const same = field.es === name;
    lookup.set(name, { name, field, place, language: same ? undefined : 'en' });
    if (!same) lookup.set(field.es, { name, field, place, language: 'es' });
    for (const other of field.alsoNamed ?? []) lookup.set(other, { name, field, place, language: undefined });
  }
  lookups.set(table, lookup);
  return lookup;
}

/** Whether a key is free for a team's own data: tags, and names that begin with `x-`. */
export function isOwnField(key: string): boolean {
  return /^x-/i.test(key) || key === 'tags' || key === 'etiquetas';
}

/** Whether such a key may be written as it stands: with a colon or a line break in it, it could begin another field. */
export function isPlainOwnField(key: string): boolean {
  return isOwnField(key) && /^[\p{L}\p{N}_./-]+$/u.test(key);
}

/** A field's key in a language. */
export function keyIn(language: Language, name: string, field: Field): string {
  return language === 'es' ? field.es : name;
}
