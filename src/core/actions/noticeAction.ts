import { addListItem } from '../edits/addListItem';
import { parseRecord } from '../model/parse/parseRecord';
import { isoWithOffset } from '../model/time/formatMoment';
import { noticeKindChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { SaidAt } from './agreementAction';
import { oneLineValue } from './oneLineValue';
import { type RecordAction, refusedPlan } from './recordAction';

/** A notice that was sent. */
export interface SentNotice extends SaidAt {
  readonly kind: keyof typeof noticeKindChoice.choices;
  readonly by: string;
  /** How it was sent, such as by mail. */
  readonly channel?: string | undefined;
}

/** Adds a notice that was sent to the record's log of them. The same kind may be sent again, later. */
export function noticeAction(notice: SentNotice): RecordAction {
  const { kind, at, zone } = notice;
  const [by, channel] = [oneLineValue(notice.by), oneLineValue(notice.channel ?? '')];
  const moment = isoWithOffset(at, zone);
  return {
    change: {
      plan(text) {
        const record = parseRecord(text, { expected: true });
        if (record?.type !== 'change') return refusedPlan('notARecord');
        const same = record.data.notifications?.some(
          (sent) => sent.kind === kind && sent.at === moment && (sent.channel ?? '') === channel,
        );
        if (same) return { edits: [] };
        const edits = addListItem(record, 'notifications', {
          kind: choiceIn(record.language, noticeKindChoice.choices, kind),
          at: moment,
          ...(channel === '' ? {} : { channel }),
          by,
        });
        return edits ? { edits } : refusedPlan('notARecord');
      },
    },
    parts: { action: 'notify', notice: kind, channel, by },
  };
}
