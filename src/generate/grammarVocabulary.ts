import { changeStatusChoice, ticketStatusChoice } from '../core/model/vocabulary/choices';
import type { ChoiceTable, FieldTable, FieldType } from '../core/model/vocabulary/fieldType';
import { recordTypes } from '../core/model/vocabulary/vocabulary';

/** Keys that hold values of one kind, and the values, in both languages and sorted. */
export interface ValueGroup {
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly list: boolean;
}

/** The words of the record format that a grammar can mark, in both languages and sorted. */
export interface GrammarWords {
  readonly topKeys: readonly string[];
  readonly nestedKeys: readonly string[];
  readonly statuses: ValueGroup;
  readonly groups: readonly ValueGroup[];
}

const statusChoices: ReadonlySet<ChoiceTable> = new Set([
  changeStatusChoice.choices,
  ticketStatusChoice.choices,
]);

/** Collects the words that the vocabulary knows in records; the configuration's own files are plain YAML. */
export function grammarWords(): GrammarWords {
  const top = new Set<string>();
  const nested = new Set<string>();
  const found: Found[] = [];
  for (const { fields } of Object.values(recordTypes)) collect(fields, top, nested, found);
  const isStatus = ({ choices }: Found): boolean => statusChoices.has(choices);
  return {
    topKeys: [...top].sort(),
    nestedKeys: [...nested].sort(),
    statuses: groupOf(found.filter(isStatus)),
    groups: byChoices(found.filter((one) => !isStatus(one))),
  };
}

/** A key that takes one of a closed set of values. */
interface Found {
  readonly keys: readonly string[];
  readonly choices: ChoiceTable;
  readonly list: boolean;
}

function collect(table: FieldTable, here: Set<string>, below: Set<string>, found: Found[]): void {
  for (const [name, field] of Object.entries(table)) {
    const keys = [name, field.es, ...(field.alsoNamed ?? [])];
    for (const key of keys) here.add(key);
    const type: FieldType = field.type.item ?? field.type;
    if (type.fields) collect(type.fields, below, below, found);
    if (type.choices) found.push({ keys, choices: type.choices, list: type !== field.type });
  }
}

/** One group for each set of values, however many keys take it. */
function byChoices(found: readonly Found[]): ValueGroup[] {
  const groups = new Map<ChoiceTable, Found[]>();
  for (const one of found) groups.set(one.choices, [...(groups.get(one.choices) ?? []), one]);
  const sorted = [...groups.values()].map(groupOf);
  return sorted.sort((a, b) => (a.keys.join() < b.keys.join() ? -1 : 1));
}

function groupOf(found: readonly Found[]): ValueGroup {
  const values = found.flatMap(({ choices }) => Object.entries(choices).flatMap(([en, [es]]) => [en, es]));
  return {
    keys: [...new Set(found.flatMap(({ keys }) => keys))].sort(),
    values: [...new Set(values)].sort(),
    list: found.some(({ list }) => list),
  };
}
