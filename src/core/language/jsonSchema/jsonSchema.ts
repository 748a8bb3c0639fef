/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A JSON Schema as a value. */
export type JsonSchema = { readonly [keyword: string]: Json };

export const draft = 'https://json-schema.org/draft/2020-12/schema';

/** The name of a schema, which needs no server that hands it out. */
export function schemaId(name: string): string {
  return `urn:changebook:schema:${name}`;
}

/** Allows nothing as well: an empty value in YAML (`customer:`) counts as not written. */
export function orNothing(schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  if (type === undefined && values === undefined) return schema;
  const withNull: { [keyword: string]: Json } = { ...schema };
  if (type !== undefined) withNull.type = [...(Array.isArray(type) ? type : [type]), 'null'];
  if (Array.isArray(values)) withNull.enum = [...values, null];
  return withNull;
}

/** The text of a schema file. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
