import { FieldSchemas } from '../core/language/jsonSchema/fieldSchema';
import { type JsonSchema, schemaText } from '../core/language/jsonSchema/jsonSchema';
import {
  answersSchema,
  recordSchema,
  type SchemaName,
  titled,
} from '../core/language/jsonSchema/recordSchema';
import { configTypes } from '../core/model/vocabulary/vocabulary';
import type { GeneratedFile } from './generatedFile';

/** JSON Schemas of the front matter of each record type and of the files under `.changebook/`. */
export function recordSchemas(): GeneratedFile[] {
  const records = (['procedure', 'change', 'ticket'] as const).map((name) =>
    schemaFile(name, recordSchema(name)),
  );
  const configs = (['config', 'customer'] as const).map((name) =>
    schemaFile(name, titled(name, configSchema(name))),
  );
  return [...records, ...configs, schemaFile('answers', answersSchema())];
}

function configSchema(name: keyof typeof configTypes): JsonSchema {
  const schemas = new FieldSchemas();
  const object = schemas.object(configTypes[name].fields, []);
  return { ...object, $defs: schemas.definitions };
}

function schemaFile(name: SchemaName, schema: JsonSchema): GeneratedFile {
  return { path: `schemas/${name}.schema.json`, content: schemaText(schema) };
}
