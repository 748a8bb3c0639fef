import { addListItem } from '../../edits/addListItem';
import { setFields } from '../../edits/setFields';
import { locate } from '../../model/parse/located';
import type { TextEdit } from '../../model/text/edit';
import { inBoth } from '../../model/text/localized';
import { textRange } from '../../model/text/range';
import { fieldName } from '../../model/vocabulary/valueIn';
import type { RecordType } from '../../model/vocabulary/vocabulary';
import { recordTypes } from '../../model/vocabulary/vocabulary';
import { refusal } from '../refusals';
import type { RecordStep, Redo } from './redo';
import { type WrittenRecord, writtenRecord } from './writtenRecord';

/** What an action writes into the front matter of records. */
export interface FieldEffects {
  /** Fields that it may touch, by canonical name and type of record. */
  readonly fields: { readonly [type in RecordType]?: readonly string[] };
  /** The field that tells that it is done; else all that it wrote must be there. */
  readonly decides?: string;
  /** Fields that are written also where somebody else has done the rest. */
  readonly besides?: readonly string[];
  /**
   * The part of an item whose last one counts, such as the role of a decision. Whoever decided the same meanwhile has
   * done it, whenever that was, unless something else was decided after it.
   */
  readonly lastOf?: string;
}

/** An item of a list by its parts' canonical names, each as it is written. */
type Item = { readonly [part: string]: string };

type Change =
  | { readonly kind: 'add'; readonly name: string; readonly item: Item }
  | {
      readonly kind: 'write';
      readonly name: string;
      readonly before: string | undefined;
      readonly after: string;
    }
  | { readonly kind: 'remove'; readonly name: string; readonly before: string };

type Written = { readonly edits: readonly TextEdit[] } | 'already' | 'differs';

/**
 * How an action on fields is done again: an item is added to the list as it is there, any other field takes its new
 * value where it still has the old one.
 */
export function fieldRedo({ before, after }: RecordStep, effects: FieldEffects): Redo | undefined {
  const [old, now] = [writtenRecord(before), writtenRecord(after)];
  if (!old || !now || old.record.type !== now.record.type) return undefined;
  const changes = changesBetween(old, now);
  const allowed = effects.fields[now.record.type] ?? [];
  if (changes.length === 0 || changes.some(({ name }) => !allowed.includes(name))) return undefined;
  return (text) => {
    const record = writtenRecord(text);
    if (!record || record.record.type !== now.record.type) return { refusal: refusal('notARecord') };
    const { decides, besides = [] } = effects;
    const decided = decides && sameValue(record, now, decides) && !sameValue(old, now, decides);
    const left = decided ? changes.filter(({ name }) => besides.includes(name)) : changes;
    const results = left.map((change) => ({
      change,
      written: writtenIn(record, change, { old, now }, effects),
    }));
    const other = results.find(({ written }) => written === 'differs');
    if (other) {
      const { name } = other.change;
      const field = inBoth('field', (language) => fieldName(language, recordTypes.change.fields, name));
      return { refusal: refusal('fieldDiffers', field) };
    }
    const edits = results.flatMap(({ written }) => (typeof written === 'object' ? written.edits : []));
    return { edits: edits.sort((a, b) => a.range.start - b.range.start) };
  };
}

function changesBetween(old: WrittenRecord, now: WrittenRecord): Change[] {
  const before = new Map(old.fields.map(({ name, text }) => [name, text]));
  const changes: Change[] = [];
  for (const { name, text } of now.fields) {
    const was = before.get(name);
    before.delete(name);
    if (was === text) continue;
    const item = addedItem(old, now, name);
    changes.push(item ? { kind: 'add', name, item } : { kind: 'write', name, before: was, after: text });
  }
  for (const [name, text] of before) changes.push({ kind: 'remove', name, before: text });
  return changes;
}

/** The item that a list has more than before, at its end. */
function addedItem(old: WrittenRecord, now: WrittenRecord, name: string): Item | undefined {
  const items = itemsOf(now, name);
  const before = itemsOf(old, name);
  if (!items || items.length !== (before?.length ?? 0) + 1) return undefined;
  if (before?.some((item, index) => JSON.stringify(item) !== JSON.stringify(items[index]))) return undefined;
  return items.at(-1);
}

/** The items of a list of objects; undefined where it is no such list. */
function itemsOf({ record }: WrittenRecord, name: string): Item[] | undefined {
  const items = locate(record.located, [name])?.items;
  const read = items?.map(({ fields }) =>
    Object.entries(fields ?? {}).flatMap(([part, { node }]) =>
      node.kind === 'scalar' ? [[part, node.value] as const] : [],
    ),
  );
  const whole = read?.every((parts, index) => {
    const node = items?.[index]?.node;
    return node?.kind === 'map' && node.entries.length === parts.length && parts.length > 0;
  });
  return whole ? read?.map((parts) => Object.fromEntries(parts)) : undefined;
}

/** The record as it was before the action, and after it. */
interface Step {
  readonly old: WrittenRecord;
  readonly now: WrittenRecord;
}

function writtenIn(record: WrittenRecord, change: Change, step: Step, effects: FieldEffects): Written {
  const { name } = change;
  const { now } = step;
  const here = record.fields.find((field) => field.name === name);
  if (change.kind === 'add') return addedIn(record, change, step.old, effects);
  if (change.kind === 'remove') {
    if (!here) return 'already';
    return here.text === change.before ? { edits: [{ range: here.range, text: '' }] } : 'differs';
  }
  if (here?.text === change.after || (here && sameValue(record, now, name))) return 'already';
  if (here?.text !== change.before) return 'differs';
  if (here) return { edits: [{ range: here.range, text: change.after }] };
  return insertedIn(record, now, name, change.after);
}

function addedIn(
  record: WrittenRecord,
  { name, item }: Extract<Change, { kind: 'add' }>,
  old: WrittenRecord,
  { lastOf }: FieldEffects,
): Written {
  const [here, before] = [itemsOf(record, name) ?? [], itemsOf(old, name) ?? []];
  // An equal item may have been there before the action: somebody approves, denies and approves in one minute.
  const isMore = (without?: string): boolean => {
    const same = (other: Item): boolean => keyOf(other, without) === keyOf(item, without);
    return here.filter(same).length > before.filter(same).length;
  };
  if (isMore()) return 'already';
  const last = lastOf === undefined ? undefined : here.findLast((other) => other[lastOf] === item[lastOf]);
  if (last && keyOf(last, 'at') === keyOf(item, 'at') && isMore('at')) return 'already';
  const edits = addListItem(record.record, name, item);
  return edits ? { edits } : 'differs';
}

function keyOf(item: Item, without?: string): string {
  return JSON.stringify(
    Object.entries(item)
      .filter(([part]) => part !== without)
      .sort(),
  );
}

/** A new field goes behind the one that it was written behind, where that is there; else to its usual place. */
export function insertedIn(record: WrittenRecord, now: WrittenRecord, name: string, text: string): Written {
  const at = now.fields.findIndex((field) => field.name === name);
  const above = now.fields
    .slice(0, at)
    .findLast((field) => record.fields.some((other) => other.name === field.name));
  const place = record.fields.find((field) => field.name === above?.name)?.range.end;
  if (place !== undefined) return { edits: [{ range: textRange(place), text }] };
  const value = /^[^:]*:[ \t]*([\s\S]*?)\r?\n?$/.exec(text)?.[1];
  const edits = value === undefined ? undefined : setFields(record.record, { [name]: { yaml: value } });
  return edits ? { edits } : 'differs';
}

function sameValue(a: WrittenRecord, b: WrittenRecord, name: string): boolean {
  const [one, other] = [dataOf(a, name), dataOf(b, name)];
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function dataOf({ record }: WrittenRecord, name: string): unknown {
  return Object.entries(record.data).find(([key]) => key === name)?.[1];
}
