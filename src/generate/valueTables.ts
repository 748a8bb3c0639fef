import { changeStatusChoice, ticketStatusChoice } from '../core/model/vocabulary/choices';
import type { ChoiceTable, FieldTable } from '../core/model/vocabulary/fieldType';
import { configTypes, recordTypes } from '../core/model/vocabulary/vocabulary';
import { code, listed, table } from './markdown';

/** States have headings of their own, since their order says how work goes on. */
const stateHeadings: ReadonlyMap<ChoiceTable, string> = new Map<ChoiceTable, string>([
  [changeStatusChoice.choices, 'States of a change'],
  [ticketStatusChoice.choices, 'States of a ticket'],
]);

/** The heading of the table that explains a closed set of values. */
export function valuesHeading(choices: ChoiceTable): string {
  const fields = choiceUses().get(choices) ?? [];
  return stateHeadings.get(choices) ?? `Values of ${listed([...new Set(fields)].map(code))}`;
}

/** One heading and table for each closed set of values but the states, in the order in which fields use them. */
export function valueTables(level: number): string[] {
  const sets = [...choiceUses().keys()].filter((choices) => !stateHeadings.has(choices));
  return sets.flatMap((choices) => [`${'#'.repeat(level)} ${valuesHeading(choices)}`, choiceTable(choices)]);
}

/** One row a value: both names, both meanings. */
export function choiceTable(choices: ChoiceTable): string {
  const rows = Object.entries(choices).map(([en, [es, meaning]]) => [
    code(en),
    code(es),
    `${meaning.en}<br>*${meaning.es}*`,
  ]);
  return table(['English', 'Spanish', 'Meaning'], rows);
}

/** Closed sets of values with the paths of the fields that take them. */
function choiceUses(): Map<ChoiceTable, string[]> {
  const uses = new Map<ChoiceTable, string[]>();
  for (const { fields } of Object.values({ ...recordTypes, ...configTypes })) collect(fields, [], uses);
  return uses;
}

function collect(fields: FieldTable, path: readonly string[], uses: Map<ChoiceTable, string[]>): void {
  for (const [name, { type }] of Object.entries(fields)) {
    const { choices, fields: nested } = type.item ?? type;
    const own = [...path, name];
    if (nested) collect(nested, own, uses);
    if (choices) uses.set(choices, [...(uses.get(choices) ?? []), own.join('.')]);
  }
}
