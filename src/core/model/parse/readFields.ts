import type * as z from 'zod/mini';
import type { Language } from '../text/localized';
import type { ChoiceTable, FieldKind, FieldTable, FieldType } from '../vocabulary/fieldType';
import { raw as anyData, text } from '../vocabulary/fieldTypes';
import { choiceNamed, fieldsByName, isOwnField } from '../vocabulary/vocabulary';
import { choiceProblem, problemOf, unknownFieldProblem } from './fieldProblems';
import { type Located, locate } from './located';
import type { FieldPath, Problem } from './problem';
import { readTextAsList, rejoinSplitTexts } from './readTextAsList';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yamlTree';

const yamlNumber = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$|^0o[0-7]+$|^0x[\da-fA-F]+$/;

/** A mapping as it was read: data under canonical names, the place of each value, and the problems. */
interface FieldsResult<Data> {
  readonly data: Data;
  readonly located: Located;
  readonly problems: readonly Problem[];
  /** The places of dates and times, in the order of the text. */
  readonly moments: readonly Located[];
  /** The language that most of its keys are written in. */
  readonly language: Language;
}

/**
 * Reads a YAML mapping by a table of the vocabulary. A value that the schema rejects is a problem and is left out of
 * the data, so that everything else stays usable.
 *
 * @param schema the schema of the table's objects
 */
export function readFields<Schema extends z.ZodMiniType>(
  map: YamlMap,
  table: FieldTable,
  schema: Schema,
): FieldsResult<z.infer<Schema>> {
  const reader = new FieldReader();
  const { root, raw } = reader.root(map, table);
  const problems = reader.problems;
  // The whole is checked only where a value is wrong by itself: that takes half the time of reading the fields.
  let parsed = reader.allFit
    ? { success: true as const, data: raw as z.infer<Schema> }
    : schema.safeParse(raw);
  // Each rejected value is left out and the rest is checked again. More than two rounds are rare.
  for (let round = 0; !parsed.success && round < 5; round++) {
    const paths = parsed.error.issues.map((issue) => issue.path as FieldPath);
    for (const path of paths) problems.push(problemOf(path, root, reader.language));
    // Backwards, so that removing an item of a list does not move those still to be removed.
    for (const path of paths.reverse()) leaveOut(raw, root, path);
    parsed = schema.safeParse(raw);
  }
  const data = parsed.success ? parsed.data : schema.parse({});
  return { data, located: root, problems, moments: reader.moments, language: reader.language };
}

interface RawObject {
  [name: string]: unknown;
}

interface Fields {
  [name: string]: Located;
}

/** Kinds that any text fits. */
const anyText: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'text',
  'id',
  'version',
  'date',
  'dateTime',
  'dateOrTime',
  'openChoice',
]);

function isEmpty({ value }: YamlEntry): boolean {
  return isNothing(value);
}

/** Makes a `Located`. All have the same shape, which keeps property access fast over ten thousand records. */
function located(
  node: YamlNode,
  type: FieldType,
  entry: YamlEntry | undefined,
  fields: Fields | undefined,
  items: Located[] | undefined,
): Located {
  return { node, type, key: entry?.key, keyRange: entry?.keyRange, fields, items };
}

class FieldReader {
  readonly problems: Problem[] = [];
  readonly moments: Located[] = [];
  /** The current path; copied only for a problem. */
  private readonly path: (string | number)[] = [];
  /** The value that was read last; undefined where the node was empty. */
  private data: unknown;
  /** Whether each value so far is one that its schema accepts. */
  allFit = true;
  private english = 0;
  private spanish = 0;

  /** The language of most keys so far. */
  get language(): Language {
    return this.spanish > this.english ? 'es' : 'en';
  }

  root(map: YamlMap, table: FieldTable): { readonly root: Located; readonly raw: RawObject } {
    const { fields, raw } = this.fields(map, table);
    return { root: located(map, anyData, undefined, fields, undefined), raw };
  }

  private fields(map: YamlMap, table: FieldTable): { readonly fields: Fields; readonly raw: RawObject } {
    const names = fieldsByName(table);
    const fields: Fields = {};
    const raw: RawObject = {};
    let last = 0;
    let inOrder = true;
    const entries =
      map.flow && map.entries.some(isEmpty)
        ? rejoinSplitTexts(map, names, (problem) => this.problems.push({ ...problem, path: [...this.path] }))
        : map.entries;
    for (const entry of entries) {
      const named = names.get(entry.key);
      if (!named) {
        if (!isOwnField(entry.key))
          this.problems.push(unknownFieldProblem(entry, table, map, [...this.path], this.language));
        continue;
      }
      const { name, language, place } = named;
      if (language === 'es') this.spanish++;
      else if (language === 'en') this.english++;
      const first = fields[name];
      this.path.push(name);
      if (first) this.secondName(entry, first);
      else {
        fields[name] = this.value(entry.value, named.field.type, entry);
        if (this.data !== undefined) raw[name] = this.data;
        if (place < last) inOrder = false;
        last = place;
      }
      this.path.pop();
    }
    return { fields, raw: inOrder ? raw : inOrderOf(table, raw) };
  }

  private secondName(entry: YamlEntry, first: Located): void {
    // The same key twice is reported by readYaml.
    if (first.key === entry.key) return;
    const args = { key: entry.key, first: first.key ?? '' };
    const other = first.keyRange ?? first.node.range;
    this.problems.push({ code: 'bothLanguages', range: entry.keyRange, path: [...this.path], args, other });
  }

  /** Reads one value into `data` and returns its place. */
  private value(node: YamlNode, type: FieldType, entry: YamlEntry | undefined): Located {
    this.data = undefined;
    if (isNothing(node)) return located(node, type, entry, undefined, undefined);
    if (type.item && type.kind === 'list') return this.list(node, type, type.item, entry);
    if (type.item && node.kind === 'map') return this.map(node, type, type.item, entry);
    if (type.fields && node.kind === 'map') {
      const { fields, raw } = this.fields(node, type.fields);
      this.data = raw;
      return located(node, type, entry, fields, undefined);
    }
    if (type.shorthand && node.kind === 'scalar') return this.shorthand(node, type, type.shorthand, entry);
    this.data = node.kind === 'scalar' && type.kind !== 'raw' ? this.scalar(node, type) : plainValue(node);
    this.check(node, type);
    const place = located(node, type, entry, undefined, undefined);
    if (type.kind === 'dateTime' || type.kind === 'date') this.moments.push(place);
    return place;
  }

  /** Reads a bare text in the place of a mapping: the value of one of its fields, or the only item of that. */
  private shorthand(node: YamlScalar, type: FieldType, name: string, entry: YamlEntry | undefined): Located {
    const field: FieldType = type.fields?.[name]?.type ?? text;
    const item = located(node, field.item ?? text, undefined, undefined, undefined);
    this.data = node.value;
    this.check(node, field.item ?? field);
    if (!field.item) {
      this.data = { [name]: node.value };
      return located(node, type, entry, { [name]: item }, undefined);
    }
    this.data = { [name]: [node.value] };
    const list = located(node, field, undefined, undefined, [item]);
    return located(node, type, entry, { [name]: list }, undefined);
  }

  /** Notes whether the value that was read last is one that its type allows. */
  private check(node: YamlNode, { kind, schema }: FieldType): void {
    if (kind === 'raw' || (node.kind === 'scalar' && anyText.has(kind))) return;
    if (node.kind !== 'scalar' || !schema.safeParse(this.data).success) this.allFit = false;
  }

  private list(node: YamlNode, type: FieldType, item: FieldType, entry: YamlEntry | undefined): Located {
    const written =
      node.kind === 'scalar' ? readTextAsList(node, type, this.path, entry?.key ?? '') : undefined;
    if (written?.problem) this.problems.push(written.problem);
    const children = node.kind === 'list' ? node.items : written?.items;
    if (!children) {
      this.allFit = false;
      this.data = node.kind === 'scalar' ? node.value : plainValue(node);
      return located(node, type, entry, undefined, undefined);
    }
    const values: unknown[] = [];
    const items: Located[] = [];
    for (const child of children) {
      if (isNothing(child)) continue;
      this.path.push(items.length);
      items.push(this.value(child, item, undefined));
      values.push(this.data);
      this.path.pop();
    }
    this.data = values;
    return located(node, type, entry, undefined, items);
  }

  private map(node: YamlMap, type: FieldType, item: FieldType, entry: YamlEntry | undefined): Located {
    const values: RawObject = {};
    const fields: Fields = {};
    for (const part of node.entries) {
      if (part.key === '__proto__') continue;
      this.path.push(part.key);
      fields[part.key] = this.value(part.value, item, part);
      if (this.data !== undefined) values[part.key] = this.data;
      this.path.pop();
    }
    this.data = values;
    return located(node, type, entry, fields, undefined);
  }

  private scalar(node: YamlScalar, type: FieldType): unknown {
    const plain = node.style === 'plain';
    if (type.kind === 'integer' || type.kind === 'monthDay')
      return plain && /^[-+]?\d{1,15}$/.test(node.value) ? Number(node.value) : node.value;
    if (type.kind === 'boolean') return plain ? plainBoolean(node.value) : node.value;
    if (type.kind === 'choice' && type.choices) return choiceNamed(type.choices, node.value) ?? node.value;
    if (type.kind === 'openChoice' && type.choices) return this.openChoice(node, type, type.choices);
    if (type.kind === 'version' && plain && yamlNumber.test(node.value)) {
      const problem = {
        code: 'versionNumber',
        range: node.range,
        path: [...this.path],
        args: { value: node.value },
      } as const;
      this.problems.push({ ...problem, replacement: `"${node.value}"` });
    }
    return node.value;
  }

  private openChoice(node: YamlScalar, type: FieldType, choices: ChoiceTable): string {
    const known = choiceNamed(choices, node.value);
    if (known) return known;
    const address = type.beside === 'address' && /^[^\s@]+@[^\s@]+$/.test(node.value);
    if (!address) {
      const problem = choiceProblem(node, choices, [...this.path], this.language);
      this.problems.push({ ...problem, args: { ...problem.args, beside: type.beside ?? '' } });
    }
    return node.value;
  }
}

/** The values of a mapping in the order of its table, whatever their order in the text. */
function inOrderOf(table: FieldTable, raw: RawObject): RawObject {
  const ordered: RawObject = {};
  for (const name in table) if (raw[name] !== undefined) ordered[name] = raw[name];
  return ordered;
}

function plainBoolean(value: string): boolean | string {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  return /^(false|False|FALSE)$/.test(value) ? false : value;
}

/** A node's value by YAML's core schema, for data that the vocabulary does not describe. */
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

/** Removes a rejected value from the data, and from the places as well, so that their indexes still match. */
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
