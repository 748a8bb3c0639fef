import type { Language, Localized } from '../text/localized';
import { changeFields } from './changeFields';
import { recordTypeChoice } from './choices';
import { configFields, customerFields } from './configFields';
import { type ChoiceTable, type Field, type FieldTable, objectSchema } from './fieldType';
import { procedureFields } from './procedureFields';
import { ticketFields } from './ticketFields';

/** Everything the format knows: one row a kind of file, with its fields. Nothing else lists them. */
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

/** The record type that a `type`/`tipo` value names in either language. */
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

/** A closed value's name in a language; a value of somebody's own is its own name. */
export function choiceIn(language: Language, choices: ChoiceTable, value: string): string {
  return language === 'es' ? (choices[value]?.[0] ?? value) : value;
}

/** Names of closed values in both languages, one after the other: all of a table, unless some are given. */
export function choiceNames(
  choices: ChoiceTable,
  values: readonly string[] = Object.keys(choices),
): Localized {
  const names = (language: Language): string =>
    [...new Set(values.map((value) => choiceIn(language, choices, value)))].join(', ');
  return { en: names('en'), es: names('es') };
}

/** A name as people say it: `to be released` for `to_be_released`. */
export function withSpaces(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A field found by a key as it is written. */
export interface NamedField {
  readonly name: string;
  readonly field: Field;
  /** The language that the key is written in; nothing where both languages use the same word. */
  readonly language: Language | undefined;
}

const lookups = new WeakMap<FieldTable, Map<string, NamedField>>();

/** The fields of a table by every name that they are accepted under. */
export function fieldsByName(table: FieldTable): ReadonlyMap<string, NamedField> {
  const known = lookups.get(table);
  if (known) return known;
  const lookup = new Map<string, NamedField>();
  for (const [name, field] of Object.entries(table)) {
    const same = field.es === name;
    lookup.set(name, { name, field, language: same ? undefined : 'en' });
    if (!same) lookup.set(field.es, { name, field, language: 'es' });
    for (const other of field.alsoNamed ?? []) lookup.set(other, { name, field, language: undefined });
  }
  lookups.set(table, lookup);
  return lookup;
}

/** Whether a key is one that everybody may use everywhere, for what a team keeps there for itself. */
export function isOwnField(key: string): boolean {
  return /^x-/i.test(key) || key === 'tags' || key === 'etiquetas';
}

/** A field's key in a language. */
export function keyIn(language: Language, name: string, field: Field): string {
  return language === 'es' ? field.es : name;
}
