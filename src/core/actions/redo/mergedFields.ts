import { type FieldWrite, writeEdits } from '../../edits/fieldWrites';
import { itemName, type NamedPath } from '../../edits/namedPlace';
import { type Located, locate } from '../../model/parse/located';
import { applyEdits, type TextEdit } from '../../model/text/edit';
import { inBoth } from '../../model/text/localized';
import { fieldName } from '../../model/vocabulary/valueIn';
import { recordTypes } from '../../model/vocabulary/vocabulary';
import { type Refusal, refusal } from '../refusals';
import { insertedIn } from './fieldRedo';
import { type WrittenRecord, writtenRecord } from './writtenRecord';

/** A field as it was, as an edit made it, and as it is elsewhere. */
interface Versions<T> {
  readonly old: T;
  readonly now: T;
  readonly here: T;
}

/**
 * The front matter with what an edit did to its fields: a field that reads as before takes the new text, of others the
 * parts and items that do.
 */
export function mergedFields(before: string, after: string, text: string): string | Refusal {
  const [old, now, here] = [before, after, text].map(writtenRecord);
  if (!old || !now || !here) return refusal('notARecord');
  const records = { old, now, here };
  const edits: TextEdit[] = [];
  const writes: FieldWrite[] = [];
  for (const name of new Set([...now.fields, ...old.fields].map((field) => field.name))) {
    const done = mergedField(name, records);
    if (!done) return differs(name, here);
    edits.push(...done.edits);
    writes.push(...done.writes);
  }
  const made = applyEdits(text, edits).text;
  const inside = writeEdits(made, writes);
  return inside ? applyEdits(made, inside).text : differs(writes[0]?.path[0] ?? '', here);
}

function differs(name: string, { record: { type } }: WrittenRecord): Refusal {
  const { fields } = recordTypes[type];
  return refusal(
    'fieldDiffers',
    inBoth('field', (language) => fieldName(language, fields, name)),
  );
}

/** Edits of whole lines, and writes inside of them; undefined where both sides changed the same. */
function mergedField(name: string, records: Versions<WrittenRecord>) {
  const [old, now, here] = [records.old, records.now, records.here].map(({ fields }) =>
    fields.find((field) => field.name === name),
  );
  const none = { edits: [] as TextEdit[], writes: [] as FieldWrite[] };
  if (old?.text === now?.text || here?.text === now?.text) return none;
  if (here?.text === old?.text) {
    if (here) return { ...none, edits: [{ range: here.range, text: now?.text ?? '' }] };
    const written = now ? insertedIn(records.here, records.now, name, now.text) : undefined;
    return typeof written === 'object' ? { ...none, edits: [...written.edits] } : undefined;
  }
  const nodes = {
    old: rootOf(records.old, name),
    now: rootOf(records.now, name),
    here: rootOf(records.here, name),
  };
  const writes = isWhole(nodes) ? writesBetween([name], nodes, records) : undefined;
  return writes && { ...none, writes };
}

function rootOf({ record }: WrittenRecord, name: string): Located | undefined {
  return locate(record.located, [name]);
}

function isWhole<T>(versions: Versions<T | undefined>): versions is Versions<T> {
  return versions.old !== undefined && versions.now !== undefined && versions.here !== undefined;
}

function writesBetween(
  path: NamedPath,
  versions: Versions<Located>,
  records: Versions<WrittenRecord>,
): FieldWrite[] | undefined {
  const [old, now, here] = [childrenOf(versions.old), childrenOf(versions.now), childrenOf(versions.here)];
  if (!old || !now || !here) return undefined;
  const { items } = versions.now;
  const writes: FieldWrite[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [o, n, h] = [old.get(name), now.get(name), here.get(name)];
    const [was, is, there] = [textOf(o, records.old), textOf(n, records.now), textOf(h, records.here)];
    if (was === is || there === is) continue;
    const yaml = is ?? '';
    const own = [...path, name];
    if (there !== was || yaml.includes('\n')) {
      const inside = o && n && h ? writesBetween(own, { old: o, now: n, here: h }, records) : undefined;
      if (!inside) return undefined;
      writes.push(...inside);
    } else if (is === undefined) writes.push({ kind: 'remove', path: own });
    else if (items && !h) writes.push({ kind: 'add', path, name, yaml });
    else writes.push({ kind: 'write', path: own, yaml });
  }
  return writes;
}

/** Parts of a mapping or items of a list by name; undefined of what has none, or has two of one name. */
function childrenOf({ fields, items }: Located): Map<string, Located> | undefined {
  if (fields) return new Map(Object.entries(fields));
  if (!items) return undefined;
  const named = new Map(items.map((item) => [itemName(item) ?? '', item]));
  return named.size === items.length && !named.has('') ? named : undefined;
}

function textOf(place: Located | undefined, { record }: WrittenRecord): string | undefined {
  const { start = 0, end = 0 } = place?.node.range ?? {};
  return place && record.lines.text.slice(start, end).trimEnd();
}
