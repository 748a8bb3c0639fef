import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { load } from 'js-yaml';
import { schemaId } from '../../../src/core/language/jsonSchema/jsonSchema';
import { recordSchemas } from '../../../src/generate/recordSchemas';
import { reportSchemas } from '../../../src/generate/reportSchemas';

/** Names of the schemas for what users write. */
export const schemaNames = ['procedure', 'change', 'ticket', 'config', 'customer'] as const;
export type SchemaName = (typeof schemaNames)[number];

// Strict but for two habits that are ours: several types for one value, and forbidding keys without describing them.
const strictness = { strict: true, strictRequired: false, allowUnionTypes: true };
const ajv = new Ajv2020({ ...strictness, allErrors: true, validateSchema: true });
for (const { content } of [...recordSchemas(), ...reportSchemas()])
  ajv.addSchema(JSON.parse(content) as object);

/** The validator of one of the generated schemas, or of a definition inside of it. */
export function validator(name: string, definition?: string): ValidateFunction {
  const suffix = definition === undefined ? '' : `#/$defs/${definition}`;
  const validate = ajv.getSchema(schemaId(name) + suffix);
  if (!validate) throw new Error(`there is no schema ${name}${suffix}`);
  return validate;
}

/** What a schema has against some YAML; empty where it has nothing. */
export function complaints(name: SchemaName, yaml: string): string[] {
  const validate = validator(name);
  if (validate(load(yaml))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
