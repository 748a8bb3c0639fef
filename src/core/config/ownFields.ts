import type { ConfigData } from '../model/schema/recordData';
import { recordTypeChoice } from '../model/vocabulary/choices';
import { answerFields, defaultFields } from '../model/vocabulary/defaultFields';
import { type Field, type FieldTable, type FieldType, field } from '../model/vocabulary/fieldType';
import * as types from '../model/vocabulary/fieldTypes';
import { procedureFields } from '../model/vocabulary/procedureFields';
import { fieldsByName, type RecordType, recordTypes } from '../model/vocabulary/vocabulary';
import { perConfig } from './perConfig';
import type { WorkspaceConfig } from './workspaceConfig';

/** How the configuration describes a field of the team's own. */
type OwnField = NonNullable<ConfigData['fields']>[string];

const typesByName = {
  text: types.text,
  integer: types.integer,
  boolean: types.boolean,
  date: types.date,
  date_time: types.dateTime,
  duration: types.duration,
  list: types.listOrOne(types.text),
} as const satisfies { [name: string]: FieldType };

/** The fields of the team's own, which any record may have, as rows of a table. Names that cannot be used are left out. */
export const ownFields: (config: WorkspaceConfig) => FieldTable = perConfig(({ data }: WorkspaceConfig) =>
  Object.fromEntries(
    Object.entries(data.fields ?? {})
      .filter(([name]) => ownNameFault(name) === undefined)
      .map(([name, described]) => [name, rowOf(name, described)]),
  ),
);

/** The fields that records of a type may have in a workspace: those of the format, and the team's own behind them. */
export function recordFields(type: RecordType, config: WorkspaceConfig): FieldTable {
  return tablesOf(config)[type];
}

const tablesOf = perConfig((config: WorkspaceConfig): { readonly [type in RecordType]: FieldTable } => {
  const whole = (type: RecordType): FieldTable => ({ ...recordTypes[type].fields, ...ownFields(config) });
  const procedure = whole('procedure');
  const defaults = {
    ...procedureFields.defaults,
    type: types.object({ ...defaultFields, ...ownFields(config) }),
  };
  return { procedure: { ...procedure, defaults }, change: whole('change'), ticket: whole('ticket') };
});

/** Why a name cannot be that of a field of the team's own: the format has it already, or it is no key. */
export function ownNameFault(name: string): 'ownTaken' | 'ownName' | undefined {
  if (taken.some((names) => names.has(name))) return 'ownTaken';
  // What every object has by itself is no name of a field.
  return /^\p{L}[\p{L}\p{N}_-]{0,59}$/u.test(name) && !(name in {}) ? undefined : 'ownName';
}

const taken = [
  ...(Object.keys(recordTypeChoice.choices) as RecordType[]).map((type) =>
    fieldsByName(recordTypes[type].fields),
  ),
  fieldsByName(answerFields),
];

function rowOf(name: string, { type = 'text', values = [], description }: OwnField): Field {
  const choices = values.length > 0 ? types.choice(choicesOf(values)) : undefined;
  const listed = type === 'list' && choices ? types.listOrOne(choices) : choices;
  return field(name, listed ?? typesByName[type], description ?? '', description ?? '', '');
}

/** Values without names in other languages and meanings of their own. */
function choicesOf(values: readonly string[]) {
  return Object.fromEntries(values.map((value) => [value, [value, { en: '', es: '' }] as const]));
}
