import { sameName } from '../config/environments';
import { oneLine } from '../language/plainText';
import type { Language, Localized } from '../model/text/localized';
import { plainName } from '../model/text/plainName';
import { changeStatusChoice } from '../model/vocabulary/choices';
import { choiceIn, withSpaces } from '../model/vocabulary/vocabulary';
import { type Grouping, waiters } from './pendingNames';
import { compareText, type PendingRow } from './pendingRow';
import { type WindowName, windowNames } from './pendingWindow';

const windowTitles: { readonly [W in WindowName]: Localized } = {
  overdue: { en: 'Overdue', es: 'Con retraso' },
  now: { en: 'Now', es: 'Ahora' },
  today: { en: 'Today', es: 'Hoy' },
  tomorrow: { en: 'Tomorrow', es: 'Mañana' },
  week: { en: 'This week', es: 'Esta semana' },
  later: { en: 'Later', es: 'Más adelante' },
  unscheduled: { en: 'Unscheduled', es: 'Sin programar' },
  unreadable: { en: 'Cannot be read', es: 'No se puede leer' },
};

const waitsTitles: { readonly [W in PendingRow['waitsOn']]: Localized } = {
  us: { en: 'Waits on us', es: 'Nos toca a nosotros' },
  customer: { en: 'Waits on the customer', es: 'Le toca al cliente' },
  partner: { en: 'Waits on the partner', es: 'Le toca al socio' },
  nobody: { en: 'Waits on nobody', es: 'No le toca a nadie' },
};

const noneTitles: { readonly [G in Grouping]?: Localized } = {
  customer: { en: 'No customer', es: 'Sin cliente' },
  environment: { en: 'No environment', es: 'Sin entorno' },
};

/** The group of records that cannot be read, in every grouping. */
const unreadableKey = 'unreadable' satisfies WindowName;
/** The key of the group of changes without such a value. */
const noneKey = 'none';

/** The key of the group that a change belongs to. */
export function groupKeyOf(row: PendingRow, window: WindowName, grouping: Grouping): string {
  if (row.unreadable) return unreadableKey;
  switch (grouping) {
    case 'window':
      return window;
    case 'customer':
      return row.customer ?? noneKey;
    case 'environment':
      return row.environment === undefined ? noneKey : plainName(row.environment);
    case 'status':
      return row.status;
    default:
      return row.waitsOn;
  }
}

/** A group's title in a language; `row` is its first change. */
export function groupTitle(key: string, grouping: Grouping, row: PendingRow, language: Language): string {
  const window = windowNames.find((name) => name === key);
  if (window && (grouping === 'window' || row.unreadable)) return windowTitles[window][language];
  const none = key === noneKey ? noneTitles[grouping] : undefined;
  if (none) return none[language];
  if (grouping === 'customer') return row.customerName;
  if (grouping === 'environment') return oneLine(row.environment ?? '');
  if (grouping === 'status') return withSpaces(choiceIn(language, changeStatusChoice.choices, key));
  return waitsTitles[row.waitsOn][language];
}

/** The order in which groups are listed. Customers and environments are listed by name. */
export function compareGroups(
  grouping: Grouping,
  states: readonly string[],
): (a: string, b: string) => number {
  const order: readonly string[] =
    grouping === 'window' ? windowNames : grouping === 'status' ? states : waiters;
  const named = grouping === 'customer' || grouping === 'environment';
  const place = (key: string): number => {
    if (key === unreadableKey) return order.length + 2;
    if (key === noneKey) return order.length + 1;
    const at = named ? -1 : order.indexOf(key);
    return at < 0 && !named ? order.length : at;
  };
  return (a, b) => place(a) - place(b) || compareText(a, b);
}

/** Which pending changes are shown. All are shown without a filter. */
export interface PendingFilter {
  /** Words that must all occur, in upper or lower case. */
  readonly text?: string;
  /** A customer, by key or by name. */
  readonly customer?: string;
  readonly waitsOn?: PendingRow['waitsOn'];
  /** Only those with a step that is due. */
  readonly due?: boolean;
  /** Keys of one person, whom the change must name. */
  readonly people?: readonly string[];
}

/** Whether a change passes the filter. */
export function isWanted(row: PendingRow, { text, customer, waitsOn, people }: PendingFilter): boolean {
  if (
    text &&
    !plainName(text)
      .split(' ')
      .every((word) => row.words.includes(word))
  )
    return false;
  if (customer && !sameName(customer, row.customer) && !sameName(customer, row.customerName)) return false;
  if (waitsOn && (row.waitsOn !== waitsOn || row.unreadable)) return false;
  return !people || row.people.some((key) => people.includes(key));
}
