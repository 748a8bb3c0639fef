import { addListItem } from '../edits/addListItem';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/formatMoment';
import { noticeKindChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { type RecordAction, refusedPlan } from './recordAction';
import type { Refusal } from './refusals';
import type { TextChange } from './textChange';
import { type SaidAt, timedChange } from './timedChange';

/** A notice that was sent. */
export interface SentNotice extends SaidAt {
  readonly kind: keyof typeof noticeKindChoice.choices;
  readonly by: string;
  /** How it was sent, such as by mail. */
  readonly channel?: string | undefined;
}

/**
 * Adds a notice that was sent to the record's log of them. The same kind may be sent again, later.
 *
 * @param unfit why the change, as it is committed, sends no such notice
 */
export function noticeAction(
  notice: SentNotice,
  unfit: (change: RecordOf<'change'>) => Refusal | undefined = () => undefined,
): RecordAction {
  const { kind, at, zone } = notice;
  const [by, channel] = [oneLineValue(notice.by), oneLineValue(notice.channel ?? '')];
  const isIt = (sent: Pick<SentItem, 'kind' | 'channel'>): boolean =>
    sent.kind === kind && (sent.channel ?? '') === channel;
  const make = (when: number): TextChange => ({
    plan(text, copy) {
      const record = parseRecord(text, { expected: true });
      if (record?.type !== 'change') return refusedPlan('notARecord');
      const moment = isoWithOffset(when, zone);
      if (record.data.notifications?.some((sent) => isIt(sent) && sent.at === moment)) return { edits: [] };
      const refusal = copy === 'committed' ? unfit(record) : undefined;
      if (refusal) return { refusal };
      const edits = addListItem(record, 'notifications', {
        kind: choiceIn(record.language, noticeKindChoice.choices, kind),
        at: moment,
        ...(channel === '' ? {} : { channel }),
        by,
      });
      return edits ? { edits } : refusedPlan('notARecord');
    },
  });
  const momentIn = (record: ParsedRecord): string | undefined => {
    const sent = record.type === 'change' ? record.data.notifications : undefined;
    return sent?.findLast((item) => isIt(item) && item.by === by)?.at;
  };
  return {
    change: timedChange({ at, zone }, make, momentIn),
    parts: { action: 'notify', notice: kind, channel, by },
  };
}

type SentItem = NonNullable<ChangeData['notifications']>[number];
