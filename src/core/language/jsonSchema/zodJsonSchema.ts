import * as z from 'zod/mini';
import type { JsonSchema } from './jsonSchema';

/** JSON Schema draft 2020-12 of a zod schema. The only place that knows zod's own generator. */
export function zodJsonSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  // zod types its output as a class of schemas; as text it is plain JSON, which this makes it.
  return JSON.parse(JSON.stringify(rest)) as JsonSchema;
}
