import * as z from 'zod/mini';
import { type ChoiceTable, type FieldTable, type FieldType, objectSchema } from './fieldType';

const durationPattern =
  /^(?:(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?|P(?=\d|T)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?)$/;

/** Free text on one or more lines. */
export const text = { kind: 'text', schema: z.string() } as const satisfies FieldType;
/** The id of a record. Its pattern is in the configuration, so a rule checks it. */
export const recordId = { kind: 'id', schema: z.string() } as const satisfies FieldType;
/** A version. It is always text, because YAML reads an unquoted 3.10 as the number 3.1. */
export const version = { kind: 'version', schema: z.string() } as const satisfies FieldType;
/** Dates and times stay text here: `format/time` checks them, since that needs a time zone. */
export const date = { kind: 'date', schema: z.string() } as const satisfies FieldType;
export const dateTime = { kind: 'dateTime', schema: z.string() } as const satisfies FieldType;
/** `15m`, `1h30m` or ISO `PT15M`. */
export const duration = {
  kind: 'duration',
  schema: z.string().check(z.regex(durationPattern, 'duration')),
} as const satisfies FieldType;
export const integer = {
  kind: 'integer',
  schema: z.int().check(z.nonnegative()),
} as const satisfies FieldType;
/** `82`, `82.5` or `82 %`: it stays text, and `percentOf` reads it. */
export const percentage = {
  kind: 'percentage',
  schema: z.string().check(z.regex(/^(?:100(?:[.,]0{1,9})?|\d{1,2}(?:[.,]\d{1,9})?) ?%?$/, 'percentage')),
} as const satisfies FieldType;
export const boolean = { kind: 'boolean', schema: z.boolean() } as const satisfies FieldType;
export const timeOfDay = {
  kind: 'timeOfDay',
  schema: z.string().check(z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'timeOfDay')),
} as const satisfies FieldType;
/** `09:00-18:00`, also with another dash, with blanks around it, or with hours of one digit. */
export const timeSpan = {
  kind: 'timeSpan',
  schema: z
    .string()
    .check(
      z.regex(
        /^\s*(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)\s*[-–—]\s*(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)\s*$/,
        'timeSpan',
      ),
    ),
} as const satisfies FieldType;
/** A day, a day with an hour, or an hour of the day. `readTimes` says which of them may stand where. */
export const dateOrTime = { kind: 'dateOrTime', schema: z.string() } as const satisfies FieldType;
/** A day of any month: from its first day, 1 to 31, or from its last one, -1 to -31. */
export const monthDay = {
  kind: 'monthDay',
  schema: z.int().check(
    z.gte(-31),
    z.lte(31),
    z.refine((day) => day !== 0),
  ),
} as const satisfies FieldType;
/** One of a closed set of values. */
export function choice<const T extends ChoiceTable>(choices: T) {
  const names = Object.keys(choices) as [keyof T & string, ...(keyof T & string)[]];
  return { kind: 'choice' as const, schema: z.enum(names), choices };
}

/** A listed value, or one that the configuration adds, or an e-mail address. */
export function openChoice(choices: ChoiceTable, beside: 'address' | 'configuredRole' | 'configuredState') {
  return { kind: 'openChoice' as const, schema: z.string(), choices, beside };
}

/** An integer out of a closed set, such as a deployment type. */
export function integerChoice<const T extends readonly number[]>(...values: T) {
  return { kind: 'integer' as const, schema: z.literal(values), values };
}

/** A list whose items are all of one type. */
export function listOf<T extends FieldType>(item: T) {
  return { kind: 'list' as const, schema: z.array(item.schema as T['schema']), item };
}

/** A list that may also be written as its only item: `environment: PRO`. */
export function listOrOne<T extends FieldType>(item: T) {
  return { ...listOf(item), loneItem: true };
}

/** An object with fields of its own. */
export function object<const T extends FieldTable>(fields: T) {
  return { kind: 'object' as const, schema: objectSchema(fields), fields };
}

/** An object that may be written as a bare text, which is then the value of one of its fields. */
export function textOrObject<const T extends FieldTable>(fields: T, shorthand: keyof T & string) {
  return { kind: 'textOrObject' as const, schema: objectSchema(fields), fields, shorthand };
}

/** A mapping whose keys the user chooses and whose values are all of one type. */
export function mapOf<T extends FieldType>(item: T) {
  return { kind: 'map' as const, schema: z.record(z.string(), item.schema as T['schema']), item };
}

/** Any data, such as the options of a rule. The code that uses it checks it. */
export const raw = { kind: 'raw', schema: z.unknown() } as const satisfies FieldType;
