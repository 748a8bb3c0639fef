import { changeFields } from './changeFields';
import { ticketReferenceFields } from './changeParts';
import { type Field, type FieldTable, field } from './fieldType';
import { listOf, object, textOrObject } from './fieldTypes';

/**
 * Fields that nobody can know of a change before it is there: what it is, and what people or actions of Changebook
 * decide and write down for each change alone.
 */
const ownOfEachChange = [
  ...(['id', 'type', 'created', 'status', 'procedure', 'supersedes', 'justification'] as const),
  ...(['approvals', 'agreement', 'waivers', 'notifications', 'actual', 'hold', 'outcome'] as const),
];
const ownOfEachTest = ['passed', 'total', 'run'] as const;
const ownOfEachTicket = ['status'] as const;

const testDefaults = without(changeFields.tests.type.fields, ownOfEachTest);
const ticketDefaults = without(ticketReferenceFields, ownOfEachTicket);

/** Fields of a change that may be given before it is made: by its procedure, or by answers. */
export const defaultFields = {
  ...without(changeFields, ownOfEachChange),
  tickets: like(changeFields.tickets, listOf(textOrObject(ticketDefaults, 'id'))),
  tests: like(changeFields.tests, object(testDefaults), '{ validated_in: [UAT] }'),
};

/** Tables without some fields, with the whole ones. */
const wholeTables = new Map<FieldTable, FieldTable>([
  [defaultFields, changeFields],
  [testDefaults, changeFields.tests.type.fields],
  [ticketDefaults, ticketReferenceFields],
]);

/** The table that a table of defaults was made from, which has the fields that only a change itself may hold. */
export function wholeTableOf(table: FieldTable): FieldTable | undefined {
  return wholeTables.get(table);
}

function without<T extends FieldTable, K extends keyof T>(table: T, names: readonly K[]): Omit<T, K> {
  const left = Object.entries(table).filter(([name]) => !names.some((other) => other === name));
  // Entries lose which key has which type.
  return Object.fromEntries(left) as Omit<T, K>;
}

function like<T extends Field['type']>(row: Field, type: T, example = row.example): Field<T> {
  const { es, description } = row;
  return field(es, type, description.en, description.es, example);
}
