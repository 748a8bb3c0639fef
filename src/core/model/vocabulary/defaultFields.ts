import { changeFields } from './changeFields';
import { ticketReferenceFields } from './changeParts';
import { type Field, type FieldTable, field } from './fieldType';
import { listOf, object, text, textOrObject } from './fieldTypes';

/**
 * Fields that nobody can know of a change before it is there: what it is, and what people or actions of Changebook
 * decide and write down for each change alone.
 */
const ownOfEachChange = [
  ...(['id', 'type', 'created', 'status', 'procedure', 'supersedes', 'justification'] as const),
  ...([
    'approvals',
    'agreement',
    'cab',
    'waivers',
    'notifications',
    'actual',
    'hold',
    'outcome',
    'imported',
  ] as const),
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

/** Spanish names of sections as keys. */
const sectionKeys = {
  ...{
    summary: 'resumen',
    components: 'componentes',
    impact: 'impacto',
    tickets: 'tickets',
    changelog: 'cambios',
  },
  ...{ deployment: 'despliegue', rollback: 'reversion', tests: 'pruebas', checklist: 'checklist' },
  approvals: 'aprobaciones',
} as const;

type SectionAnswers = { readonly [name in keyof typeof sectionKeys]: Field<typeof text> };

const sectionAnswers = Object.fromEntries(
  Object.entries(sectionKeys).map(([name, es]) => [
    name,
    field(
      es,
      text,
      'Markdown below its heading.',
      'Markdown debajo de su encabezado.',
      'The portal restarts.',
    ),
  ]),
) as SectionAnswers;

/** What answers may hold: fields of the one change that they are for, and the texts of its sections. */
export const answerFields = {
  ...defaultFields,
  supersedes: changeFields.supersedes,
  justification: changeFields.justification,
  sections: field(
    'secciones',
    object(sectionAnswers),
    'Texts of sections, as markdown without headings of the first two levels.',
    'Textos de secciones, en markdown sin encabezados de los dos primeros niveles.',
    '{ summary: The portal gets a monthly report. }',
  ),
};

/** Tables without some fields, with the whole ones. */
const wholeTables = new Map<FieldTable, FieldTable>([
  [defaultFields, changeFields],
  [answerFields, changeFields],
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
