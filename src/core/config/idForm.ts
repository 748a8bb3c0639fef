import { withoutAccents } from '../model/text/plainName';

/** What a form of ids may name. */
export const idParts = ['year', 'number', 'date', 'random', 'customer'] as const;

/** What stands for each part; one without a value is looked for as a pattern. */
type PartValues = { readonly [name in (typeof idParts)[number]]?: string | undefined };

/** So many characters tell what is made by chance apart. */
export const randomLength = 6;

const patterns: PartValues = { number: '(\\d{1,12})', random: `[A-Z0-9]{${randomLength}}` };

/** An id of a form. */
export function idOfForm(form: string, values: PartValues): string {
  return withParts(form, values, (text) => text);
}

/** What ids of a form are like that have the same values; of its number, if it has one, the digits are a group. */
export function idFormPattern(form: string, values: PartValues): RegExp {
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`^${withParts(form, values, escaped)}$`, 'u');
}

function withParts(form: string, values: PartValues, own: (text: string) => string): string {
  return form
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = idParts.find((known) => part === `{${known}}`);
      if (name === undefined) return own(part);
      const value = values[name];
      return value === undefined ? (patterns[name] ?? '') : own(value);
    })
    .join('');
}

/** A customer's key as a part of ids: capitals and digits. */
export function customerInId(key: string): string {
  return withoutAccents(key)
    .toUpperCase()
    .replace(/[^A-Z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whether a form asks for the customer. */
export function asksCustomer(form: string | undefined): boolean {
  return form?.includes('{customer}') ?? false;
}

/**
 * An id that a form would make and that does not fit the pattern of ids; undefined where all of them fit.
 *
 * @param customers keys of the customers
 */
export function unfitId(form: string, pattern: RegExp, customers: Iterable<string>): string | undefined {
  const keys = [...customers];
  const like = { year: '2026', number: '0001', date: '20261124', random: 'A7K2M9' };
  const ids = (keys.length > 0 ? keys : ['acme']).map((key) =>
    idOfForm(form, { ...like, customer: customerInId(key) }),
  );
  return ids.find((id) => !pattern.test(id));
}
