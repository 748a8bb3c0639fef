import { answerFields } from '../../model/vocabulary/defaultFields';
import type { FieldTable } from '../../model/vocabulary/fieldType';
import { type RecordType, recordTypes } from '../../model/vocabulary/vocabulary';
import { FieldSchemas } from './fieldSchema';
import { draft, type JsonSchema, schemaId } from './jsonSchema';

const titles = {
  procedure: 'Changebook procedure (procedimiento)',
  change: 'Changebook change (cambio)',
  ticket: 'Changebook ticket (incidencia)',
  config: 'Changebook configuration: .changebook/config.yaml',
  answers: 'Changebook answers: what `changebook new --answers` takes',
  customer: 'Changebook customer: .changebook/customers/<key>.yaml',
};

/** What there are schemas of besides reports. */
export type SchemaName = keyof typeof titles;

/**
 * The JSON Schema of the front matter of a type of records. A record needs its id and its type; what it needs at later
 * states depends on the workspace, so rules say that.
 *
 * @param table the fields of the type, with those of a team's own where there are any
 */
export function recordSchema(type: RecordType, table: FieldTable = recordTypes[type].fields): JsonSchema {
  const schemas = new FieldSchemas();
  const [spanish] = recordTypes[type].fields.type.type.choices[type];
  const object = schemas.object(table, []);
  const { id, type: typeField } = schemas.definitions;
  const definitions = {
    ...schemas.definitions,
    // The two fields that a record cannot do without: never empty, and of this type alone.
    id: { ...id, type: 'string', minLength: 1 },
    type: { ...typeField, type: 'string', enum: [type, spanish], examples: [type] },
  };
  const needsType = { anyOf: [{ required: ['type'] }, { required: ['tipo'] }] };
  const allOf = Array.isArray(object.allOf) ? object.allOf : [];
  return titled(type, {
    ...object,
    required: ['id'],
    allOf: [...allOf, needsType],
    $defs: definitions,
  });
}

/** The JSON Schema of the answers that a new change is made from; what each field says is in the schema of changes. */
export function answersSchema(own: FieldTable = {}): JsonSchema {
  const schemas = new FieldSchemas(true);
  const object = schemas.object({ ...answerFields, ...own }, []);
  return titled('answers', { ...object, $defs: schemas.definitions });
}

/** A schema with its name and title. */
export function titled(name: SchemaName, schema: JsonSchema): JsonSchema {
  return { $schema: draft, $id: schemaId(name), title: titles[name], ...schema };
}
