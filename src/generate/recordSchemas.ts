import { answerFields } from '../core/model/vocabulary/defaultFields';
import { configTypes, recordTypes } from '../core/model/vocabulary/vocabulary';
import { FieldSchemas } from './fieldSchema';
import type { GeneratedFile } from './generatedFile';
import { draft, type JsonSchema, schemaId, schemaText } from './jsonSchema';

const titles = {
  procedure: 'Changebook procedure (procedimiento)',
  change: 'Changebook change (cambio)',
  ticket: 'Changebook ticket (incidencia)',
  config: 'Changebook configuration: .changebook/config.yaml',
  answers: 'Changebook answers: what `changebook new --answers` takes',
  customer: 'Changebook customer: .changebook/customers/<key>.yaml',
};

/** JSON Schemas of the front matter of each record type and of the files under `.changebook/`. */
export function recordSchemas(): GeneratedFile[] {
  const records = (['procedure', 'change', 'ticket'] as const).map((name) =>
    schemaFile(name, recordSchema(name)),
  );
  const configs = (['config', 'customer'] as const).map((name) => schemaFile(name, configSchema(name)));
  // What each field says is in the schema of changes.
  const schemas = new FieldSchemas(true);
  const answers = schemaFile('answers', { ...schemas.object(answerFields, []), $defs: schemas.definitions });
  return [...records, ...configs, answers];
}

/** A record needs its id and its type; what it needs at later states depends on the workspace, so rules say that. */
function recordSchema(name: keyof typeof recordTypes): JsonSchema {
  const schemas = new FieldSchemas();
  const { fields } = recordTypes[name];
  const [spanish] = fields.type.type.choices[name];
  const object = schemas.object(fields, []);
  const { id, type } = schemas.definitions;
  const definitions = {
    ...schemas.definitions,
    // The two fields that a record cannot do without: never empty, and of this type alone.
    id: { ...id, type: 'string', minLength: 1 },
    type: { ...type, type: 'string', enum: [name, spanish], examples: [name] },
  };
  const needsType = { anyOf: [{ required: ['type'] }, { required: ['tipo'] }] };
  const allOf = Array.isArray(object.allOf) ? object.allOf : [];
  return { ...object, required: ['id'], allOf: [...allOf, needsType], $defs: definitions };
}

function configSchema(name: keyof typeof configTypes): JsonSchema {
  const schemas = new FieldSchemas();
  const object = schemas.object(configTypes[name].fields, []);
  return { ...object, $defs: schemas.definitions };
}

function schemaFile(name: keyof typeof titles, schema: JsonSchema): GeneratedFile {
  const whole = { $schema: draft, $id: schemaId(name), title: titles[name], ...schema };
  return { path: `schemas/${name}.schema.json`, content: schemaText(whole) };
}
