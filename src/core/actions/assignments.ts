import { recordFields } from '../config/ownFields';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { FieldWrite } from '../edits/fieldWrites';
import { itemName, placeNamed } from '../edits/namedPlace';
import { typedValue } from '../edits/typedValue';
import { hintArgs, nearestName } from '../model/parse/nearest';
import type { ParsedRecord } from '../model/parse/record';
import type { Localized } from '../model/text/localized';
import { type ReadAnswer, readDayAnswer, readMomentAnswer } from '../model/time/momentTexts';
import type { SpokenAt } from '../model/time/spokenMoment';
import type { FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { fieldName } from '../model/vocabulary/valueIn';
import { fieldsByName, isPlainOwnField, recordTypes } from '../model/vocabulary/vocabulary';
import { notSettable } from './ownedFields';
import { type Refusal, refusal } from './refusals';

/** What somebody wants to be written into a record: `field=value`, `list+=item`, `list-=item`, read. */
export interface Assignments {
  readonly writes: readonly FieldWrite[];
  /** Paths of the fields by canonical names, joined by dots. */
  readonly fields: readonly string[];
  /** What words about time were taken as, by field. */
  readonly taken: ReadonlyMap<string, Localized>;
}

/** A field that was found by names in either language. */
interface NamedType {
  readonly path: readonly string[];
  /** Undefined where the format does not define the field. */
  readonly type: FieldType | undefined;
}

/** Reads assignments to fields of a record, or says of the first that is none why. */
export function readAssignments(
  texts: readonly string[],
  record: ParsedRecord,
  spoken: SpokenAt,
  config: WorkspaceConfig,
): Assignments | { readonly refusal: Refusal } {
  const taken = new Map<string, Localized>();
  const writes: FieldWrite[] = [];
  const fields: string[] = [];
  for (const text of texts) {
    const [, name = '', sign = '', value = ''] = /^([^=]+?)([+-]?)=([\s\S]*)$/.exec(text) ?? [];
    if (name.trim() === '') return { refusal: refusal('noAssignment', { text: text.slice(0, 60) }) };
    const found = typeNamed(name.trim(), record, config);
    if ('refusal' in found) return found;
    const said = momentSaid(found, value, record, spoken);
    if ('wanted' in said)
      return {
        refusal: refusal('notMoment', { ...fieldArgs(found.path, record), ...wantedArgs(said.wanted) }),
      };
    const read = writesOf(found, sign, said.written, record);
    if ('refusal' in read) return read;
    writes.push(...read);
    const field = found.path.join('.');
    fields.push(field);
    if (said.taken) taken.set(field, said.taken);
  }
  return { writes, fields: [...new Set(fields)], taken };
}

/** Fields that tell of what has happened. */
const past = /^(?:created|requested_at|reported_at)$/;

/** A value as records write it where it is a moment or a day that was said in words. */
function momentSaid(
  { path, type }: NamedType,
  value: string,
  record: ParsedRecord,
  spoken: SpokenAt,
): ReadAnswer {
  const [name = ''] = path;
  const at = { ...spoken, past: past.test(name) };
  if (value.trim() === '' || (type?.kind !== 'date' && type?.kind !== 'dateTime')) return { written: value };
  if (type.kind === 'date') return readDayAnswer(value, at);
  const there = placeNamed(record.located, path)?.node;
  return readMomentAnswer(value, at, there?.kind === 'scalar' ? there.value : undefined);
}

function wantedArgs({ en, es }: Localized) {
  return { 'expected.en': en, 'expected.es': es };
}

function typeNamed(
  name: string,
  record: ParsedRecord,
  config: WorkspaceConfig,
): NamedType | { readonly refusal: Refusal } {
  const table = recordFields(record.type, config);
  const [first = '', ...rest] = name.split('.');
  const named = fieldsByName(table).get(first);
  if (!named && isPlainOwnField(name)) return { path: [name], type: undefined };
  if (!named) return unknown(name, first, table, record);
  const owned = notSettable(named.name, record);
  return owned
    ? { refusal: owned }
    : partNamed({ path: [named.name], type: named.field.type }, rest, name, record);
}

/** A part of a mapping, or of the item that the words before the last one name, which may hold dots. */
function partNamed(
  { path, type }: NamedType,
  rest: readonly string[],
  name: string,
  record: ParsedRecord,
): NamedType | { readonly refusal: Refusal } {
  if (rest.length === 0) return { path, type };
  const { item } = type ?? {};
  if (type?.kind === 'list' && item) {
    const place = placeNamed(record.located, path);
    const known = (place?.items ?? []).length > 0;
    const last = item.fields && fieldsByName(item.fields).get(rest.at(-1) ?? '');
    const whole = rest.join('.');
    const key = last && placeNamed(place, [whole]) === undefined ? rest.slice(0, -1).join('.') : whole;
    if (known && key !== '' && placeNamed(place, [key])) {
      const inside = { path: [...path, key], type: item };
      return key === whole || !last ? inside : { path: [...inside.path, last.name], type: last.field.type };
    }
    const there = (place?.items ?? []).flatMap((other) => itemName(other) ?? []);
    return noSuchItem(key === '' ? whole : key, there, path, record);
  }
  const named = type?.fields && fieldsByName(type.fields).get(rest[0] ?? '');
  if (!named) return unknown(name, rest[0] ?? '', type?.fields ?? {}, record);
  return partNamed({ path: [...path, named.name], type: named.field.type }, rest.slice(1), name, record);
}

function writesOf(
  { path, type }: NamedType,
  sign: string,
  value: string,
  record: ParsedRecord,
): FieldWrite[] | { readonly refusal: Refusal } {
  const { yaml, items } = typedValue(value, type, record.language);
  if (sign === '') {
    if (value.trim() === '') return [{ kind: 'remove', path }];
    if (type?.kind === 'object' && !yaml.startsWith('{'))
      return { refusal: refusal('writeParts', partArgs(path, type, record)) };
    return [{ kind: 'write', path, yaml, ...(items ? { items: items.map((item) => item.yaml) } : {}) }];
  }
  const own = type === undefined ? typedValue(value, listOfAny, record.language).items : items;
  if (!own) return { refusal: refusal('noList', fieldArgs(path, record)) };
  if (own.length === 0) return { refusal: refusal('noItem', { ...fieldArgs(path, record), sign }) };
  if (sign === '+') return own.map(({ name, yaml: item }) => ({ kind: 'add', path, name, yaml: item }));
  const place = placeNamed(record.located, path);
  const there = (place?.items ?? []).flatMap((item) => itemName(item) ?? []);
  // What is gone already stays gone; what was misspelt was never there.
  const meant = own.map(({ name }) => (there.includes(name) ? undefined : nearestName(name, there)));
  const wrong = meant.findIndex((name) => name !== undefined);
  if (wrong >= 0) return noSuchItem(own[wrong]?.name ?? '', there, path, record);
  return own.map(({ name }) => ({ kind: 'remove', path: [...path, name] }));
}

/** A field of a team's own may be a list. */
const listOfAny = { kind: 'list' } as const;

function noSuchItem(item: string, there: readonly string[], path: readonly string[], record: ParsedRecord) {
  const args = { item: item.slice(0, 60), ...fieldArgs(path, record), ...hintArgs(nearestName(item, there)) };
  return { refusal: refusal('noSuchItem', args) };
}

function unknown(
  name: string,
  wrong: string,
  table: FieldTable,
  { language }: ParsedRecord,
): { readonly refusal: Refusal } {
  const names = Object.keys(table).map((known) => fieldName(language, table, known));
  return {
    refusal: refusal('noSuchField', { name: name.slice(0, 60), ...hintArgs(nearestName(wrong, names)) }),
  };
}

/** A field as its record names it. */
function fieldArgs(
  [first = '', ...rest]: readonly string[],
  { type, language }: ParsedRecord,
): { field: string } {
  return { field: [fieldName(language, recordTypes[type].fields, first), ...rest].join('.') };
}

function partArgs(path: readonly string[], type: FieldType, record: ParsedRecord) {
  const [part = ''] = Object.keys(type.fields ?? {});
  const { field } = fieldArgs(path, record);
  return { field, part: `${field}.${fieldName(record.language, type.fields, part)}` };
}
