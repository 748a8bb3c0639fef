import { customerNamed } from '../config/workspaceConfig';
import type { Localized } from '../model/text/localized';
import type { NoticeInput } from './noticeInput';

/** A text, a list of texts or of objects with texts; undefined where the record does not say. */
export type NoticeValue = string | undefined | readonly string[] | readonly NoticeItem[];

/** One object of a list, by the names of its parts. */
export interface NoticeItem {
  readonly [part: string]: string | undefined;
}

/** One variable that templates may use: documentation, completion and values are made from this. */
export interface NoticeVariable {
  /** As templates write it: `window.start`. */
  readonly name: string;
  readonly type: 'text' | 'list';
  /** Of a list of objects: its parts. */
  readonly parts?: { readonly [name: string]: Localized };
  readonly description: Localized;
  /** Where the value comes from: a field by its canonical path, of the record unless the file is named. */
  readonly field: string;
  readonly file?: 'customer' | 'config';
  value(input: NoticeInput): NoticeValue;
}

/**
 * What a row says besides its texts. Without a field it is the one named as the variable, without a value what it
 * holds.
 */
type Details = Partial<Pick<NoticeVariable, 'field' | 'file' | 'parts' | 'value'>>;
type Row = Details & Pick<NoticeVariable, 'type' | 'description'>;

/** A row for a variable with a text. */
export function text(en: string, es: string, details: Details = {}): Row {
  return { type: 'text', description: { en, es }, ...details };
}

/** A row for a variable with a list. */
export function list(en: string, es: string, details: Details = {}): Row {
  return { type: 'list', description: { en, es }, ...details };
}

/** The variables of a table, by their names, in its order. */
export function variablesFrom(table: { readonly [name: string]: Row }): NoticeVariable[] {
  return Object.entries(table).map(([name, row]) => {
    const { field = name, file } = row;
    const value = (input: NoticeInput): NoticeValue => valueAt(dataOf(input, file), field.split('.'));
    return { name, field, value, ...row };
  });
}

function dataOf({ record, config }: NoticeInput, file: NoticeVariable['file']): unknown {
  if (file === 'config') return config.data;
  return file === 'customer' ? customerNamed(config, record.data.customer) : record.data;
}

/** What data hold at a path: texts and lists as they are, numbers as texts. */
function valueAt(data: unknown, path: readonly string[]): NoticeValue {
  const value = path.reduce<unknown>(
    (holder, name) => (holder as { readonly [name: string]: unknown } | undefined)?.[name],
    data,
  );
  return typeof value === 'number' ? String(value) : (value as NoticeValue);
}
