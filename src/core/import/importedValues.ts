import type { KnownValues } from '../create/frontMatterText';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { durationMinutes, durationText } from '../model/time/duration';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { localText } from '../model/time/localText';
import { dayOf, momentAt } from '../model/time/zoneClock';
import {
  changeTypeChoice,
  impactLevelChoice,
  outcomeChoice,
  severityChoice,
} from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { choiceNamed } from '../model/vocabulary/vocabulary';
import type { ExportRow } from './exportTable';
import { dateFields, type ImportedField, valueOfWord, valueWords } from './importWords';
import type { LostPart } from './lostPart';
import type { Mapping } from './mapping';
import { type DateOrder, readSourceDate, type SourceDate } from './sourceDate';

const longestText = 300;
const mostTags = 50;

const choices: { readonly [field: string]: ChoiceTable } = {
  change_type: changeTypeChoice.choices,
  severity: severityChoice.choices,
  'impact.level': impactLevelChoice.choices,
  outcome: outcomeChoice.choices,
};

/** What the fields of a row are read with. */
export interface FieldsInput {
  readonly row: ExportRow;
  readonly mapping: Mapping;
  readonly order: DateOrder;
  readonly zone: string;
  readonly language: Language;
  readonly lost: LostPart[];
}

/** The first value that a field's columns have. */
export function firstValue(
  { row, mapping }: Pick<FieldsInput, 'row' | 'mapping'>,
  field: ImportedField,
): string | undefined {
  for (const column of mapping.fields.get(field) ?? []) {
    const values = row.cells.get(column);
    if (values) return values.join(', ');
  }
  return undefined;
}

/** A field's date; what cannot be read as one is lost. */
export function dateOf(input: FieldsInput, field: ImportedField): SourceDate | undefined {
  const said = firstValue(input, field);
  if (said === undefined) return undefined;
  const date = readSourceDate(said, input.order, input.zone);
  if (!date) input.lost.push({ kind: 'date', name: field, detail: said });
  return date;
}

/** The values of a row's fields, besides those that every record has. */
export function importedValues(input: FieldsInput): KnownValues {
  const values: { [name: string]: string | readonly string[] } = {};
  const parts: { [name: string]: { [part: string]: string } } = {};
  for (const field of input.mapping.fields.keys()) {
    if (['title', 'type', 'status', 'schedule.end', 'schedule.duration'].includes(field)) continue;
    const value = dateFields.has(field) ? dateText(input, field) : valueIn(input, field);
    const [name = '', part] = field.split('.');
    if (value === undefined) continue;
    if (part === undefined) values[name] = value;
    else if (typeof value === 'string') parts[name] = { ...parts[name], [part]: value };
  }
  const duration = parts.schedule?.start === undefined ? undefined : durationOf(input);
  if (duration !== undefined) parts.schedule = { ...parts.schedule, duration };
  return { ...values, ...parts };
}

function valueIn(input: FieldsInput, field: ImportedField): string | readonly string[] | undefined {
  const { row, mapping, lost } = input;
  const said = firstValue(input, field);
  if (said === undefined) return undefined;
  if (field === 'tags' || field === 'environments') {
    const column = mapping.fields.get(field)?.find((name) => row.cells.has(name)) ?? '';
    const several = row.cells.get(column) ?? [];
    const items = several.length > 1 ? several : (several[0] ?? '').split(/[,;\n]/);
    const list = [...new Set(items.map((item) => oneLineValue(item, 100)).filter(Boolean))];
    if (list.length > mostTags) lost.push({ kind: 'cut', name: field, detail: String(said.length) });
    return list.slice(0, mostTags);
  }
  const table = choices[field];
  if (!table) {
    if (said.length > longestText) lost.push({ kind: 'cut', name: field, detail: String(said.length) });
    return oneLineValue(said, longestText);
  }
  const value = chosen(input.mapping, field, said, table);
  if (value === undefined) lost.push({ kind: 'value', name: field, detail: said });
  return value;
}

/** The canonical value that a word stands for: the mapping's, else the usual one. */
function chosen(mapping: Mapping, field: string, said: string, table: ChoiceTable): string | undefined {
  const own = mapping.values.get(field)?.get(said.trim());
  if (own !== undefined) return choiceNamed(table, own);
  return choiceNamed(table, said.trim()) ?? valueOfWord(said, valueWords[field] ?? {});
}

function dateText(input: FieldsInput, field: ImportedField): string | undefined {
  const date = dateOf(input, field);
  if (!date) return undefined;
  const { day, moment } = date;
  if (field === 'created') return moment === undefined ? day : localText(moment, input.zone).slice(0, 10);
  if (moment === undefined) input.lost.push({ kind: 'time', name: field });
  return isoWithOffset(momentIn(date, input.zone), input.zone);
}

function momentIn({ day, moment }: SourceDate, zone: string): number {
  return moment ?? momentAt(dayOf(day) ?? 0, 0, zone);
}

/** How long the window is: as it is said, else from its start to its end. */
function durationOf(input: FieldsInput): string | undefined {
  const { lost, zone, mapping } = input;
  const said = firstValue(input, 'schedule.duration')?.trim();
  if (said !== undefined && durationMinutes(said) !== undefined) return said;
  if (said !== undefined) lost.push({ kind: 'value', name: 'schedule.duration', detail: said });
  if (!mapping.fields.has('schedule.end')) return undefined;
  const quiet = { ...input, lost: [] };
  const [start, end] = [dateOf(quiet, 'schedule.start'), dateOf(input, 'schedule.end')];
  if (!start || !end) return undefined;
  const minutes = Math.round((momentIn(end, zone) - momentIn(start, zone)) / 60_000);
  if (minutes <= 0 || minutes > 366 * 1440) {
    lost.push({ kind: 'window', name: 'schedule' });
    return undefined;
  }
  return durationText(minutes);
}
