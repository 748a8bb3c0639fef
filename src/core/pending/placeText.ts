import { oneLine } from '../language/plainText';
import { plainName } from '../model/text/plainName';
import type { Grouping } from './pendingNames';
import type { PendingRow } from './pendingRow';

/** For whom and where a change is, in a few words: `Ribera PRO`. Its customer is left out below a group of that name. */
export function placeText(
  { customerName, environment, environments }: PendingRow,
  grouping: Grouping,
): string {
  const customer = grouping === 'customer' ? '' : oneLine(customerName, 24);
  const others = environments.filter((name) => plainName(name) !== plainName(environment ?? ''));
  const first = oneLine(environment ?? '', 24);
  const place = others.length > 0 ? `${first} +${others.length}` : first;
  return [customer, place].filter(Boolean).join(' ');
}
