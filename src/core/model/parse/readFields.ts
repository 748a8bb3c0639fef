import type * as z from 'zod/mini';
import type { Language } from '../text/localized';
import { textRange } from '../text/range';
import type { ChoiceTable, FieldTable, FieldType } from '../vocabulary/fieldType';
import { raw as anyData } from '../vocabulary/fieldTypes';
import { choiceNamed, fieldsByName, keyIn } from '../vocabulary/vocabulary';
import { type Located, locate } from './located';
import { nearestName } from './nearest';
import type { FieldPath, Problem } from './problem';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yamlTree';

const yamlNumber = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$|^0o[0-7]+$|^0x[\da-fA-F]+$/;

/** What was read of a mapping: data under canonical names, where each value stands, what is wrong. */
export interface FieldsResult<Data> {
  readonly data: Data;
  readonly located: Located;
  readonly problems: readonly Problem[];
  /** The language that most of its keys are written in. */
  readonly language: Language;
}

/**
 * Reads a YAML mapping by a table of the vocabulary. What the schema refuses is reported and left out of the
 * data, so everything else stays usable.
 */
export function readFields<Schema extends z.ZodMiniType>(
  map: YamlMap,
  table: FieldTable,
  schema: Schema,
): FieldsResult<z.infer<Schema>> {
  const reader = new FieldReader();
  const raw: RawObject = {};
  const located = reader.object(map, table, raw, []);
  const problems = reader.problems;
  let parsed = schema.safeParse(raw);
  // Each refused value is left out and the rest is checked again; a second round is the rule, more the exception.
  for (let round = 0; !parsed.success && round < 5; round++) {
    const paths = parsed.error.issues.map((issue) => issue.path as FieldPath);
    for (const path of paths) problems.push(problemOf(path, located, reader.language));
    // Backwards, so that leaving out a list's item does not move those still to come.
    for (const path of paths.reverse()) leaveOut(raw, located, path);
    parsed = schema.safeParse(raw);
  }
  const data = parsed.success ? parsed.data : schema.parse({});
  return { data, located, problems, language: reader.language };
}

interface RawObject {
  [name: string]: unknown;
}

class FieldReader {
  readonly problems: Problem[] = [];
  private english = 0;
  private spanish = 0;

  /** The language of most keys so far. */
  get language(): Language {
    return this.spanish > this.english ? 'es' : 'en';
  }

  object(map: YamlMap, table: FieldTable, raw: RawObject, path: FieldPath): Located {
    const names = fieldsByName(table);
    const fields: { [name: string]: Located } = {};
    for (const entry of map.entries) {
      const named = names.get(entry.key);
      if (!named) {
        this.unknownField(entry, table, path);
        continue;
      }
      this.countLanguage(named.language);
      const here = [...path, named.name];
      const first = fields[named.name];
      if (first) {
        this.secondName(entry, first, here);
        continue;
      }
      const position = { key: entry.key, keyRange: entry.keyRange };
      fields[named.name] = {
        ...this.value(entry.value, named.field.type, raw, named.name, here),
        ...position,
      };
    }
    return { node: map, type: anyData, fields };
  }

  private countLanguage(language: Language | undefined): void {
    if (language === 'es') this.spanish++;
    if (language === 'en') this.english++;
  }

  private secondName(entry: YamlEntry, first: Located, path: FieldPath): void {
    // The same key twice is YAML's problem, reported where the text is read.
    if (first.key === entry.key) return;
    const args = { key: entry.key, first: first.key ?? '' };
    const other = first.keyRange ?? first.node.range;
    this.problems.push({ code: 'bothLanguages', range: entry.keyRange, path, args, other });
  }

  private unknownField(entry: YamlEntry, table: FieldTable, path: FieldPath): void {
    const own = Object.entries(table).map(([name, field]) => keyIn(this.language, name, field));
    const nearest = nearestName(entry.key, own) ?? nearestName(entry.key, fieldsByName(table).keys());
    const problem: Problem = {
      code: 'unknownField',
      range: entry.keyRange,
      path,
      args: { key: entry.key, nearest: nearest ?? '' },
    };
    this.problems.push(nearest ? { ...problem, replacement: nearest } : problem);
  }

  /** Reads one value into `raw[name]` (left unset for nothing) and says where it stands. */
  private value(node: YamlNode, type: FieldType, raw: RawObject, name: string, path: FieldPath): Located {
    if (isNothing(node)) return { node, type };
    if (type.kind === 'raw') {
      raw[name] = plainValue(node);
      return { node, type };
    }
    if (type.kind === 'list' && type.item) return this.list(node, type, type.item, raw, name, path);
    if (type.kind === 'map' && type.item && node.kind === 'map')
      return this.map(node, type, type.item, raw, name, path);
    if ((type.kind === 'object' || type.kind === 'textOrObject') && type.fields) {
      if (node.kind === 'map') {
        const inner: RawObject = {};
        raw[name] = inner;
        return this.object(node, type.fields, inner, path);
      }
      if (type.shorthand && node.kind === 'scalar') {
        raw[name] = { [type.shorthand]: node.value };
        return { node, type, fields: { [type.shorthand]: { node, type } } };
      }
    }
    raw[name] = node.kind === 'scalar' ? this.scalar(node, type, path) : plainValue(node);
    return { node, type };
  }

  private list(
    node: YamlNode,
    type: FieldType,
    item: FieldType,
    raw: RawObject,
    name: string,
    path: FieldPath,
  ): Located {
    if (node.kind !== 'list' && !(type.loneItem && node.kind === 'scalar')) {
      raw[name] = node.kind === 'scalar' ? node.value : plainValue(node);
      return { node, type };
    }
    const values: unknown[] = [];
    const items: Located[] = [];
    for (const child of node.kind === 'list' ? node.items : [node]) {
      if (isNothing(child)) continue;
      const holder: RawObject = {};
      items.push(this.value(child, item, holder, 'item', [...path, items.length]));
      values.push(holder.item);
    }
    raw[name] = values;
    return { node, type, items };
  }

  private map(
    node: YamlMap,
    type: FieldType,
    item: FieldType,
    raw: RawObject,
    name: string,
    path: FieldPath,
  ): Located {
    const values: RawObject = {};
    const fields: { [name: string]: Located } = {};
    for (const entry of node.entries) {
      if (entry.key === '__proto__') continue;
      const position = { key: entry.key, keyRange: entry.keyRange };
      fields[entry.key] = {
        ...this.value(entry.value, item, values, entry.key, [...path, entry.key]),
        ...position,
      };
    }
    raw[name] = values;
    return { node, type, fields };
  }

  private scalar(node: YamlScalar, type: FieldType, path: FieldPath): unknown {
    const plain = node.style === 'plain';
    if (type.kind === 'integer')
      return plain && /^[-+]?\d{1,15}$/.test(node.value) ? Number(node.value) : node.value;
    if (type.kind === 'boolean') return plain ? plainBoolean(node.value) : node.value;
    if (type.kind === 'choice' && type.choices) return choiceNamed(type.choices, node.value) ?? node.value;
    if (type.kind === 'openChoice' && type.choices) return this.openChoice(node, type, type.choices, path);
    if (type.kind === 'version' && plain && yamlNumber.test(node.value)) {
      const problem = {
        code: 'versionNumber',
        range: node.range,
        path,
        args: { value: node.value },
      } as const;
      this.problems.push({ ...problem, replacement: `"${node.value}"` });
    }
    return node.value;
  }

  private openChoice(node: YamlScalar, type: FieldType, choices: ChoiceTable, path: FieldPath): string {
    const known = choiceNamed(choices, node.value);
    if (known) return known;
    const address = type.beside === 'address' && /^[^\s@]+@[^\s@]+$/.test(node.value);
    if (!address) {
      const problem = choiceProblem(node, choices, path, this.language);
      this.problems.push({ ...problem, args: { ...problem.args, beside: type.beside ?? '' } });
    }
    return node.value;
  }
}

function plainBoolean(value: string): boolean | string {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  return /^(false|False|FALSE)$/.test(value) ? false : value;
}

/** A node's value by YAML's own core schema, for data whose shape is somebody else's business. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'list') return node.items.map(plainValue);
  if (node.kind === 'map') {
    const entries = node.entries.filter((entry) => entry.key !== '__proto__');
    return Object.fromEntries(entries.map((entry) => [entry.key, plainValue(entry.value)]));
  }
  if (node.style !== 'plain') return node.value;
  if (isNothing(node)) return undefined;
  return yamlNumber.test(node.value) ? Number(node.value) : plainBoolean(node.value);
}

function choiceProblem(node: YamlScalar, choices: ChoiceTable, path: FieldPath, language: Language): Problem {
  const english = Object.keys(choices);
  const spanish = Object.values(choices).map(([es]) => es);
  const [own, other] = language === 'es' ? [spanish, english] : [english, spanish];
  const nearest = nearestName(node.value, own) ?? nearestName(node.value, other);
  const args = { value: node.value.slice(0, 60), nearest: nearest ?? '', allowed: own.join(', ') };
  const problem: Problem = { code: 'notChoice', range: node.range, path, args };
  return nearest ? { ...problem, replacement: nearest } : problem;
}

/** Turns a schema's refusal into a problem at the value's place. */
function problemOf(path: FieldPath, located: Located, language: Language): Problem {
  const here = locate(located, path) ?? located;
  const { node, type } = here;
  if (node.kind === 'scalar' && type.choices) return choiceProblem(node, type.choices, path, language);
  const value = node.kind === 'scalar' ? node.value.slice(0, 60) : '';
  const listed = type.values?.join(', ');
  if (listed) {
    const args = { value, nearest: '', allowed: listed };
    return { code: 'notChoice', range: node.range, path, args };
  }
  const key = here.key ?? String(path.findLast((part) => typeof part === 'string') ?? '');
  const range =
    node.kind === 'scalar' ? node.range : (here.keyRange ?? textRange(node.range.start, node.range.end));
  return { code: 'wrongType', range, path, args: { key, value, kind: type.kind, shape: node.kind } };
}

/** Removes a refused value from the data, and from the places, so that lists stay in step. */
function leaveOut(raw: RawObject, located: Located, path: FieldPath): void {
  let holder: unknown = raw;
  for (const part of path.slice(0, -1)) holder = (holder as { [part: string | number]: unknown })[part];
  const last = path.at(-1);
  const parent = locate(located, path.slice(0, -1));
  if (Array.isArray(holder) && typeof last === 'number') {
    holder.splice(last, 1);
    (parent?.items as Located[] | undefined)?.splice(last, 1);
  } else if (holder && typeof last === 'string') delete (holder as RawObject)[last];
}
