import { addListItem } from '../edits/addListItem';
import { parseRecord } from '../model/parse/parseRecord';
import { oneLineValue } from '../model/text/oneLineValue';
import { isRuleWaivable } from '../rules/applyWaivers';
import { type RecordAction, refusedPlan } from './recordAction';

/** A waiver of a rule that somebody answers for. */
export interface Waiver {
  readonly rule: string;
  readonly by: string;
  readonly reason: string;
  /** The last day that it holds, as `2026-12-31`. */
  readonly until?: string | undefined;
}

/** Adds a waiver to a record. Decisions of people cannot be waived, nor can what makes a record unreadable. */
export function waiverAction({ rule, by, reason, until }: Waiver): RecordAction {
  const [who, why] = [oneLineValue(by), oneLineValue(reason)];
  return {
    change: {
      plan(text) {
        const record = parseRecord(text, { expected: true });
        if (!record) return refusedPlan('notARecord');
        if (!isRuleWaivable(rule)) return refusedPlan('notWaivable', { rule });
        const same = record.data.waivers?.some(
          (waiver) =>
            waiver.rule === rule && waiver.by === who && waiver.reason === why && waiver.until === until,
        );
        if (same) return { edits: [] };
        const item = { rule, by: who, reason: why, ...(until ? { until } : {}) };
        const edits = addListItem(record, 'waivers', item);
        return edits ? { edits } : refusedPlan('notARecord');
      },
    },
    parts: { action: 'waive', rule, by: who, reason: why },
  };
}
