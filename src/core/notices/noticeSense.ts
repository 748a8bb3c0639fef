import type { NoticeSense } from '../actions/notify';
import { goesBack } from '../model/parse/goesBack';
import { stageOfRecord } from '../rules/recordStage';
import { noticeRefusal } from './noticeRefusal';
import { suggestedKinds } from './suggestedKinds';

/** What the kinds of notice say of a notice that somebody marks as sent. */
export const noticeSense: NoticeSense = {
  unfit: noticeRefusal,
  next({ record, input }) {
    const sent = new Set(record.data.notifications?.map(({ kind }) => kind ?? ''));
    const back = goesBack(record.data);
    if (back && !sent.has('rollback')) return 'rollback';
    const { suggested } = suggestedKinds(stageOfRecord(record, input.config), sent, back);
    return suggested.find(({ name }) => !sent.has(name))?.name;
  },
};
