import { gapIn } from '../../findings/places';
import type { RecordOf } from '../../model/parse/record';
import type { TextRange } from '../../model/text/range';
import { isUnsure } from '../isUnsure';
import type { RuleContext } from '../rule';

type Change = RecordOf<'change'>;
type Sent = NonNullable<Change['data']['notifications']>[number];

/** Where a change lacks the entry of a notice; undefined where it has one, or has entries that cannot be read. */
export function missingNotice(
  record: Change,
  kind: Sent['kind'],
  context: RuleContext,
): TextRange | undefined {
  if (record.data.notifications?.some((sent) => sent.kind === kind)) return undefined;
  return isUnsure(record, ['notifications'], context) ? undefined : gapIn(record, ['notifications']);
}

/** The customer whom we owe a notice: nobody where none is named, or where the customer performs the change. */
export function customerToTell({ data }: Change): string | undefined {
  return data.performed_by === 'customer' ? undefined : data.customer || undefined;
}
