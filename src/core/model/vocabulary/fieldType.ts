import * as z from 'zod/mini';
import type { Localized } from '../text/localized';

/** How a scalar's source text is read, and what the message says where it is something else. */
export type FieldKind =
  | 'text'
  | 'id'
  | 'version'
  | 'date'
  | 'dateTime'
  | 'duration'
  | 'integer'
  | 'percentage'
  | 'boolean'
  | 'choice'
  | 'openChoice'
  | 'list'
  | 'object'
  | 'map'
  | 'textOrObject'
  | 'timeOfDay'
  | 'timeSpan'
  | 'dateOrTime'
  | 'monthDay'
  | 'raw';

/** A closed set of values: canonical (English) name to Spanish name and meaning. */
export type ChoiceTable = { readonly [value: string]: readonly [es: string, meaning: Localized] };

/** The type of a field. `schema` checks the canonical value; the rest says how it is read and written. */
export interface FieldType<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly kind: FieldKind;
  readonly schema: Schema;
  readonly choices?: ChoiceTable;
  /** The numbers that an integer may be. */
  readonly values?: readonly number[];
  readonly fields?: FieldTable;
  readonly item?: FieldType;
  /** For `textOrObject`: the property that a bare text stands for. */
  readonly shorthand?: string;
  /** A list that may be written as its only item. */
  readonly loneItem?: boolean;
  /** For `openChoice`: what may stand beside the listed values. */
  readonly beside?: 'address' | 'configuredRole' | 'configuredState';
}

/** One row of the vocabulary. */
export interface Field<Type extends FieldType = FieldType> {
  /** Spanish name of the key. */
  readonly es: string;
  readonly type: Type;
  readonly description: Localized;
  readonly example: string;
  /** Further names that the key is accepted under, such as the singular of a list. */
  readonly alsoNamed?: readonly string[];
}

export type FieldTable = { readonly [name: string]: Field };

type ObjectShape<T extends FieldTable> = { [K in keyof T]: z.ZodMiniOptional<T[K]['type']['schema']> };

/** The schema of an object with these fields: all optional, since a half-written record is still a record. */
type ObjectSchema<T extends FieldTable> = z.ZodMiniObject<ObjectShape<T>>;

/** One row: Spanish name, type, description in both languages, example. */
export function field<Type extends FieldType>(
  es: string,
  type: Type,
  en: string,
  esDescription: string,
  example: string,
  alsoNamed?: readonly string[],
): Field<Type> {
  const row = { es, type, description: { en, es: esDescription }, example };
  return alsoNamed ? { ...row, alsoNamed } : row;
}

/** Builds the zod schema of an object from its rows. */
export function objectSchema<T extends FieldTable>(table: T): ObjectSchema<T> {
  const shape: { [name: string]: z.ZodMiniType } = {};
  for (const [name, row] of Object.entries(table)) shape[name] = z.optional(row.type.schema);
  // The loop builds exactly the mapped type that the signature states; TypeScript cannot follow a loop.
  return z.object(shape) as unknown as ObjectSchema<T>;
}
