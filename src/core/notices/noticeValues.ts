import type { Language } from '../model/text/localized';
import type { Field, FieldTable } from '../model/vocabulary/fieldType';
import { configTypes, keyIn, recordTypes } from '../model/vocabulary/vocabulary';
import { contentVariables } from './contentVariables';
import { MissingValue, missingMark } from './missingValue';
import type { NoticeInput } from './noticeInput';
import type { NoticeItem, NoticeValue, NoticeVariable } from './noticeVariable';
import { partyVariables } from './partyVariables';
import { windowVariables } from './windowVariables';

/** Every variable that templates may use. */
export const noticeVariables: readonly NoticeVariable[] = [
  ...contentVariables,
  ...windowVariables,
  ...partyVariables,
];

const tables: { readonly [file in NonNullable<NoticeVariable['file']> | 'record']: FieldTable } = {
  record: recordTypes.change.fields,
  customer: configTypes.customer.fields,
  config: configTypes.config.fields,
};

/** Values by name, nested as templates write them. A missing optional value is `null`. */
export interface TemplateValues {
  readonly [name: string]: unknown;
}

/**
 * The values of all variables for one notice.
 *
 * @param required names of the variables without which it cannot be sent
 */
export function noticeValues(input: NoticeInput, required: readonly string[]): TemplateValues {
  const values: { [name: string]: unknown } = {};
  for (const variable of noticeVariables) {
    const value = plain(variable, variable.value(input));
    const missing = value === null || (Array.isArray(value) && value.length === 0);
    put(
      values,
      variable.name,
      missing && required.includes(variable.name)
        ? new MissingValue(
            variable.name,
            missingMark(
              writtenField(variable.field, variable.file ?? 'record', input.record.language),
              input.language,
            ),
          )
        : value,
    );
  }
  return values;
}

/** A field's path in the language that the record is written in. */
export function writtenField(field: string, file: keyof typeof tables, language: Language): string {
  let table: FieldTable | undefined = tables[file];
  const names = field.split('.').map((name) => {
    const row: Field | undefined = table?.[name];
    table = row?.type.fields;
    return row ? keyIn(language, name, row) : name;
  });
  return names.join('.');
}

/** A value for a template. Missing parts of an object are `null`, so that a wrong name differs from a missing part. */
function plain({ type, parts }: NoticeVariable, value: NoticeValue): unknown {
  if (type === 'text') return typeof value === 'string' && value.trim() !== '' ? value : null;
  const list: readonly (string | NoticeItem)[] = Array.isArray(value) ? value : [];
  return list.map((item) => {
    if (typeof item === 'string') return item;
    return Object.fromEntries(Object.keys(parts ?? {}).map((name) => [name, item[name] || null]));
  });
}

function put(values: { [name: string]: unknown }, name: string, value: unknown): void {
  const [group = '', part] = name.split('.', 2);
  if (part === undefined) {
    values[group] = value;
    return;
  }
  const holder = values[group];
  values[group] = { ...(typeof holder === 'object' ? holder : {}), [part]: value };
}

/** Sample values of all variables, to try out a template. */
export function sampleValues(): TemplateValues {
  const values: { [name: string]: unknown } = {};
  for (const { name, type, parts } of noticeVariables) {
    const item = parts ? Object.fromEntries(Object.keys(parts).map((part) => [part, part])) : name;
    put(values, name, type === 'list' ? [item] : name);
  }
  return values;
}
