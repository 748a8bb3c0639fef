import { plainValue } from '../../model/parse/readFields';
import { readYaml } from '../../model/parse/readYaml';
import type { ChoiceTable, Field, FieldTable, FieldType } from '../../model/vocabulary/fieldType';
import { type Json, type JsonSchema, orNothing } from './jsonSchema';
import { zodJsonSchema } from './zodJsonSchema';

/** Text may stand without quotes where YAML takes it for something else: a ticket `4711` is text to Changebook. */
const looseText: JsonSchema = { type: ['string', 'number', 'boolean'] };
const percentNumber: JsonSchema = { type: 'number', minimum: 0, maximum: 100 };
const mailAddress: JsonSchema = { type: 'string', pattern: '^[^\\s@]+@[^\\s@]+$' };

/**
 * Turns a table of the vocabulary into JSON Schema. Each field becomes one definition, named by its canonical
 * path, to which all its names refer; so hovering over either name says the same.
 */
export class FieldSchemas {
  readonly definitions: { [path: string]: JsonSchema } = {};

  /** @param brief whether to leave out what the schema of another file says of the same fields: words and examples */
  constructor(private readonly brief = false) {}

  /** An object with the fields of a table; each of them under one of its names only. */
  object(table: FieldTable, path: readonly string[]): JsonSchema {
    const properties: { [name: string]: JsonSchema } = {};
    const doubles: JsonSchema[] = [];
    for (const [name, field] of Object.entries(table)) {
      const names = namesOf(name, field);
      const reference = this.define(field, [...path, name]);
      for (const key of names) properties[key] = { $ref: reference };
      doubles.push(...pairsOf(names).map((pair) => ({ not: { required: pair } })));
    }
    const patternProperties = { '^[xX]-|^(tags|etiquetas)$': {} };
    const object = { type: 'object', properties, patternProperties, additionalProperties: false };
    return doubles.length > 0 ? { ...object, allOf: doubles } : object;
  }

  private define(field: Field, path: readonly string[]): string {
    const name = path.join('.');
    // The name takes its place before its parts do, so that definitions stand in the order of the vocabulary.
    this.definitions[name] = {};
    const { en, es } = field.description;
    const value = orNothing(this.value(field.type, path));
    // A team describes a field of its own in its own language, and gives no example.
    const description = en === es ? en : `${en}\n\n${es}`;
    const examples = field.example === '' ? {} : { examples: [exampleOf(field)] };
    this.definitions[name] = this.brief ? value : { description, ...value, ...examples };
    return `#/$defs/${name}`;
  }

  private value(type: FieldType, path: readonly string[]): JsonSchema {
    if (type.kind === 'raw') return {};
    if (type.kind === 'text') return looseText;
    if (type.kind === 'percentage') return { anyOf: [percentNumber, zodJsonSchema(type.schema)] };
    if (type.choices) return choiceSchema(type, type.choices);
    if (type.item) return this.collection(type, type.item, path);
    if (!type.fields) return zodJsonSchema(type.schema);
    const object = this.object(type.fields, path);
    return type.shorthand ? { anyOf: [looseText, object] } : object;
  }

  private collection(type: FieldType, item: FieldType, path: readonly string[]): JsonSchema {
    const items = orNothing(this.value(item, path));
    if (type.kind === 'map') return { type: 'object', additionalProperties: items };
    const list: JsonSchema = { type: 'array', items };
    return type.loneItem ? { anyOf: [list, this.value(item, path)] } : list;
  }
}

/** Every name that a field is accepted under, the canonical one first. */
export function namesOf(name: string, field: Field): string[] {
  return [...new Set([name, field.es, ...(field.alsoNamed ?? [])])];
}

/** A field's example as the value that it stands for. */
export function exampleOf(field: Field): Json {
  const { root } = readYaml(field.example, 0);
  // What YAML reads is JSON, since records know no dates, anchors or tags.
  const value = root ? (plainValue(root) as Json) : field.example;
  const isText = field.type.kind !== 'integer' && field.type.kind !== 'raw';
  return typeof value === 'number' && isText ? field.example : value;
}

function choiceSchema(type: FieldType, choices: ChoiceTable): JsonSchema {
  const names = Object.entries(choices).flatMap(([en, [es]]) => (en === es ? [en] : [en, es]));
  const listed: JsonSchema = { type: 'string', enum: names };
  if (type.kind === 'choice') return listed;
  // What the configuration adds is unknown here, so other texts pass; the list is there to be offered.
  return { anyOf: [listed, type.beside === 'address' ? mailAddress : { type: 'string' }] };
}

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((first, index) =>
    names.slice(index + 1).map((second): [string, string] => [first, second]),
  );
}
