import type { NoticeSense } from '../actions/notify';
import { stageOfRecord } from '../rules/recordStage';
import { noticeRefusal } from './noticeRefusal';
import { suggestedKinds } from './suggestedKinds';

/** What the kinds of notice say of a notice that somebody marks as sent. */
export const noticeSense: NoticeSense = {
  unfit: noticeRefusal,
  next({ record, input }) {
    const { outcome, notifications } = record.data;
    const sent = new Set(notifications?.map(({ kind }) => kind ?? ''));
    if (outcome === 'rolled_back' && !sent.has('rollback')) return 'rollback';
    const { suggested } = suggestedKinds(stageOfRecord(record, input.config), sent);
    return suggested.find(({ name }) => !sent.has(name))?.name;
  },
};
