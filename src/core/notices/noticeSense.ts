import type { NoticeSense } from '../actions/notify';
import { stageOfRecord } from '../rules/recordStage';
import { calledKinds } from './calledKinds';
import { closedNotice } from './closedNotice';

/** What the kinds of notice say of a notice that somebody marks as sent. */
export const noticeSense: NoticeSense = {
  unfit: closedNotice,
  next({ record, input }) {
    const { outcome, notifications } = record.data;
    const sent = new Set(notifications?.map(({ kind }) => kind ?? ''));
    if (outcome === 'rolled_back' && !sent.has('rollback')) return 'rollback';
    const { called } = calledKinds(stageOfRecord(record, input.config), sent);
    return called.find(({ name }) => !sent.has(name))?.name;
  },
};
