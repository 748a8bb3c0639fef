import { trackerUrl } from '../config/trackers';
import { idNamed } from '../config/workspaceConfig';
import { ticketStatusChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { NoticeInput } from './noticeInput';
import type { NoticeItem } from './noticeVariable';

/** The tickets and mails that a change delivers. Titles of the workspace's own tickets come from their records. */
export function ticketItems({
  record,
  index,
  config,
  language,
}: Pick<NoticeInput, 'record' | 'index' | 'config' | 'language'>): NoticeItem[] {
  return (record.data.tickets ?? []).map(({ id, title, status, mail }) => {
    const own = id ? index.byId(idNamed(config, id))?.summary : undefined;
    const state = status ?? (own?.type === 'ticket' ? own.status : undefined);
    const name = title ?? mail ?? own?.title;
    return {
      id,
      title: name,
      label: [id, name].filter(Boolean).join(' '),
      url: id ? trackerUrl(id, config.data.trackers) : undefined,
      status: state && choiceIn(language, ticketStatusChoice.choices, state).replaceAll('_', ' '),
      mail,
    };
  });
}
