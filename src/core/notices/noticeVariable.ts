import type { Localized } from '../model/text/localized';
import type { NoticeInput } from './noticeInput';

/** A text, a list of texts or of objects with texts; nothing where the record does not say. */
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

/** A variable with a text. */
export function textVariable(
  name: string,
  field: string,
  en: string,
  es: string,
  value: (input: NoticeInput) => string | undefined,
  file?: NoticeVariable['file'],
): NoticeVariable {
  const variable = { name, type: 'text' as const, field, description: { en, es }, value };
  return file ? { ...variable, file } : variable;
}

/** A variable with a list. */
export function listVariable(
  name: string,
  field: string,
  en: string,
  es: string,
  value: (input: NoticeInput) => readonly string[] | readonly NoticeItem[] | undefined,
  parts?: NoticeVariable['parts'],
): NoticeVariable {
  const variable = { name, type: 'list' as const, field, description: { en, es }, value };
  return parts ? { ...variable, parts } : variable;
}
